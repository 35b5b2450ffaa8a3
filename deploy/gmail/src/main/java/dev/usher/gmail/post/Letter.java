package dev.usher.gmail.post;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail as its bytes: headers that can be read and changed, and a body that never is. */
public final class Letter {
    private static final Pattern REPLY = Pattern.compile("^\\s*(re|fwd?|aw|wg|sv)\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

    private final InternetHeaders headers;
    private final byte[] body;

    private Letter(InternetHeaders headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    public static Letter of(byte[] bytes) {
        var in = new ByteArrayInputStream(bytes);
        try {
            var headers = new InternetHeaders(in, true);
            return new Letter(headers, in.readAllBytes());
        } catch (MessagingException e) {
            throw Refused.invalid("Invalid message: " + e.getMessage());
        }
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream(body.length + 1024);
        for (var line : Collections.list(headers.getAllHeaderLines())) {
            out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** The first header of that name, unfolded and decoded; empty when there is none. */
    public String header(String name) {
        var value = headers.getHeader(name, null);
        return value == null ? "" : decoded(value);
    }

    /** In the order of the mail, names as written, values unfolded and decoded. */
    public List<Header> headers() {
        return Collections.list(headers.getAllHeaders()).stream()
                .map(it -> new Header(it.getName(), decoded(it.getValue())))
                .toList();
    }

    /** A header line. */
    public record Header(String name, String value) {}

    private static String decoded(String value) {
        var unfolded = FOLD.matcher(value).replaceAll(" ").strip();
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    public String messageId() {
        return header("Message-ID");
    }

    /** The subject without any number of {@code Re:}. */
    public String topic() {
        var subject = header("Subject");
        for (var found = REPLY.matcher(subject); found.find(); found = REPLY.matcher(subject)) {
            subject = subject.substring(found.end());
        }
        return subject.strip();
    }

    /** The Message-IDs it answers, nearest first. */
    public List<String> answers() {
        var references = Arrays.asList(header("References").split("\\s+"));
        return Stream.concat(Stream.of(header("In-Reply-To")), references.reversed().stream())
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
    }

    /** Where it goes: the addresses of To, Cc and Bcc, in lower case, each once. */
    public List<String> recipients() {
        return Stream.of("To", "Cc", "Bcc")
                .flatMap(name -> addresses(name).stream())
                .map(it -> it.getAddress().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The addresses of a header; refused where one cannot be read. */
    public List<InternetAddress> addresses(String name) {
        var value = headers.getHeader(name, ",");
        try {
            return value == null
                    ? List.of()
                    : Stream.of(InternetAddress.parse(value)).map(Letter::valid).toList();
        } catch (AddressException | IllegalArgumentException e) {
            throw Refused.invalid("Invalid " + name + " header");
        }
    }

    private static InternetAddress valid(InternetAddress address) {
        if (address.getAddress() == null || !address.getAddress().contains("@")) {
            throw new IllegalArgumentException("no address");
        }
        return address;
    }

    /** The sender, or empty where there is none that can be read. */
    public Optional<InternetAddress> from() {
        try {
            return addresses("From").stream().findFirst();
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    /**
     * As Gmail sends it: a Message-ID of Gmail's own, the mailbox's owner in From (her display name stays), a Date, no Bcc.
     */
    Letter stamped(String user, String newMessageId, Instant now) {
        var sent = of(bytes());
        sent.headers.setHeader("Message-ID", newMessageId);
        sent.headers.removeHeader("Bcc");
        if (sent.headers.getHeader("Date") == null) {
            sent.headers.setHeader("Date", new MailDateFormat().format(Date.from(now)));
        }
        if (!from().map(InternetAddress::getAddress)
                .filter(user::equalsIgnoreCase)
                .isPresent()) {
            sent.headers.setHeader("From", owner(user));
        }
        return sent;
    }

    private String owner(String user) {
        try {
            Address owner = new InternetAddress(
                    user, from().map(InternetAddress::getPersonal).orElse(null), "UTF-8");
            return owner.toString();
        } catch (UnsupportedEncodingException e) {
            return user;
        }
    }
}
