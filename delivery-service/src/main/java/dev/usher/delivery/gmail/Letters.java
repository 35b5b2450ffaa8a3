package dev.usher.delivery.gmail;

import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePart;
import com.google.api.services.gmail.model.MessagePartHeader;
import dev.usher.delivery.Mailboxes.Incoming;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads messages as Gmail shows them. */
final class Letters {

    private static final Pattern MESSAGE_IDS = Pattern.compile("<[^<>\\s]+>");
    /** RFC 3463: a status of class 4. */
    private static final Pattern TEMPORARY = Pattern.compile("(?im)^status:\\s*4\\.");

    private Letters() {}

    /** The header's value as it stands, of the first one. */
    static Optional<String> header(Message message, String name) {
        MessagePart payload = message.getPayload();
        return payload == null ? Optional.empty() : header(payload, name);
    }

    private static Optional<String> header(MessagePart part, String name) {
        return Objects.requireNonNullElse(part.getHeaders(), List.<MessagePartHeader>of()).stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(MessagePartHeader::getValue)
                .findFirst();
    }

    /** True for mail from others. */
    static boolean cameIn(Message message) {
        List<String> labels = Objects.requireNonNullElse(message.getLabelIds(), List.of());
        return !labels.contains("SENT") && !labels.contains("DRAFT");
    }

    static Incoming incoming(Message message) {
        boolean status = isStatus(message);
        boolean failed = status ? failed(message) : isReturned(message);
        String references = header(message, "In-Reply-To").orElse("") + " "
                + header(message, "References").orElse("") + (failed ? " " + quoted(message) : "");
        return new Incoming(
                message.getId(),
                message.getThreadId(),
                header(message, "From").orElse(""),
                MESSAGE_IDS
                        .matcher(references)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList(),
                status || isAutomatic(message),
                failed,
                failed && !TEMPORARY.matcher(quoted(message)).find());
    }

    /** RFC 3834, and what vacation programs older than it say. */
    private static boolean isAutomatic(Message message) {
        return header(message, "Auto-Submitted")
                        .filter(value -> !value.equalsIgnoreCase("no"))
                        .isPresent()
                || header(message, "X-Autoreply").isPresent()
                || header(message, "Precedence")
                        .filter("auto_reply"::equalsIgnoreCase)
                        .isPresent();
    }

    /** RFC 3464: multipart/report of delivery-status. */
    private static boolean isStatus(Message message) {
        String type = header(message, "Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/report") && type.contains("delivery-status");
    }

    /** Sent back in the old way, without a status. */
    private static boolean isReturned(Message message) {
        return header(message, "X-Failed-Recipients").isPresent();
    }

    /** A delay is no failure. */
    private static boolean failed(Message message) {
        String status = texts(message.getPayload()).reduce("", String::concat).toLowerCase(Locale.ROOT);
        return status.isEmpty() || !status.contains("action:") || status.contains("action: failed");
    }

    /** The returned message's own Message-ID stands in a part of the report. */
    private static String quoted(Message message) {
        return texts(message.getPayload()).reduce("", String::concat);
    }

    private static Stream<String> texts(MessagePart part) {
        Stream<String> own = part.getBody() == null || part.getBody().getData() == null
                ? Stream.empty()
                : Stream.of(new String(part.getBody().decodeData(), StandardCharsets.UTF_8));
        Stream<String> ids = header(part, "Message-ID").stream()
                .filter(_ -> part.getPartId() != null && !part.getPartId().isEmpty());
        Stream<String> below = Objects.requireNonNullElse(part.getParts(), List.<MessagePart>of()).stream()
                .flatMap(Letters::texts);
        return Stream.of(own, ids, below).flatMap(all -> all);
    }
}
