package dev.usher.gmail.web;

import dev.usher.gmail.post.Draft;
import dev.usher.gmail.post.Happened;
import dev.usher.gmail.post.Letter;
import dev.usher.gmail.post.Message;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Our messages in the fields of Google's REST reference; 64-bit numbers are strings there. */
final class GmailJson {
    private static final int SNIPPET = 190;
    /** Of this much HTML the words are looked for. */
    private static final int MARKUP = 8192;

    private static final Pattern TAGS = Pattern.compile("(?s)<(style|head)\\b.*?</\\1>|<[^>]*>");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final PostOffice office;

    GmailJson(PostOffice office) {
        this.office = office;
    }

    static ObjectNode object() {
        return Answer.JSON.createObjectNode();
    }

    /** As a list shows it. */
    static ObjectNode reference(String id, String threadId) {
        return object().put("id", id).put("threadId", threadId);
    }

    /** As create, send and modify answer it. */
    static ObjectNode brief(Message message) {
        return labelled(reference(message.id(), message.threadId()), message.labels());
    }

    private static ObjectNode labelled(ObjectNode node, List<String> labels) {
        labels.forEach(node.putArray("labelIds")::add);
        return node;
    }

    static ObjectNode brief(Draft draft) {
        return object().put("id", draft.id()).set("message", brief(draft.message()));
    }

    ObjectNode draft(Draft draft, Request request) {
        return object().put("id", draft.id()).set("message", message(draft.message(), request));
    }

    /** In the format that the call asks for. */
    ObjectNode message(Message message, Request request) {
        var format = Objects.requireNonNullElse(request.param("format"), "full");
        var bytes = office.bytes(message);
        var mail = Part.of(bytes);
        var node = brief(message).put("snippet", snippet(mail));
        switch (format.toLowerCase(Locale.ROOT)) {
            case "full" -> node.set("payload", payload(mail));
            case "metadata" -> node.set("payload", metadata(mail, request.params("metadataHeaders")));
            case "raw" -> node.put("raw", Base64.getUrlEncoder().encodeToString(bytes));
            case "minimal" -> {}
            default -> throw Refused.invalid("Invalid value at 'format', \"" + format + "\"");
        }
        return node.put("sizeEstimate", bytes.length)
                .put("historyId", "" + message.historyId())
                .put("internalDate", "" + message.at().toEpochMilli());
    }

    private static ObjectNode payload(Part part) {
        var node =
                object().put("partId", part.id()).put("mimeType", part.type()).put("filename", part.filename());
        headers(node, part.headers());
        node.set("body", body(part));
        if (!part.parts().isEmpty()) {
            var parts = node.putArray("parts");
            part.parts().forEach(it -> parts.add(payload(it)));
        }
        return node;
    }

    private static ObjectNode body(Part part) {
        var body = object();
        if (!part.filename().isEmpty()) {
            body.put("attachmentId", "part-" + part.id());
        }
        body.put("size", part.bytes().length);
        if (part.filename().isEmpty() && part.bytes().length > 0) {
            body.put("data", Base64.getUrlEncoder().encodeToString(part.bytes()));
        }
        return body;
    }

    private static ObjectNode metadata(Part part, List<String> wanted) {
        var node = object().put("mimeType", part.type());
        headers(
                node,
                part.headers().stream()
                        .filter(it -> wanted.isEmpty() || wanted.stream().anyMatch(it.name()::equalsIgnoreCase))
                        .toList());
        return node;
    }

    private static void headers(ObjectNode node, List<Letter.Header> headers) {
        var array = node.putArray("headers");
        headers.forEach(it -> array.addObject().put("name", it.name()).put("value", it.value()));
    }

    /** The beginning of the text, on one line. */
    static String snippet(Part mail) {
        var text = mail.shown("text/plain");
        var words = text == null ? words(mail.shown("text/html")) : text;
        var line = SPACES.matcher(beginning(words, 4 * SNIPPET).strip()).replaceAll(" ");
        return beginning(line, SNIPPET);
    }

    private static String words(@Nullable String html) {
        return html == null
                ? ""
                : TAGS.matcher(beginning(html, MARKUP)).replaceAll(" ").strip();
    }

    private static String beginning(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    static ObjectNode happened(Happened happened) {
        var node = object().put("id", "" + happened.id());
        node.putArray("messages").add(reference(happened.messageId(), happened.threadId()));
        var entry = node.putArray(list(happened.kind())).addObject();
        var message = reference(happened.messageId(), happened.threadId());
        entry.set("message", labelled(message, happened.messageLabels()));
        return switch (happened.kind()) {
            case labelAdded, labelRemoved -> {
                labelled(entry, happened.labels());
                yield node;
            }
            case messageAdded, messageDeleted -> node;
        };
    }

    private static String list(Happened.Kind kind) {
        return switch (kind) {
            case messageAdded -> "messagesAdded";
            case messageDeleted -> "messagesDeleted";
            case labelAdded -> "labelsAdded";
            case labelRemoved -> "labelsRemoved";
        };
    }
}
