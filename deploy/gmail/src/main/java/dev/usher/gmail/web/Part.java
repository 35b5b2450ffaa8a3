package dev.usher.gmail.web;

import dev.usher.gmail.post.Letter;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of a mail's MIME tree.
 *
 * @param id as Gmail counts: empty for the whole, then 0, 1, 1.0 ...
 * @param type media type in lower case, without parameters
 * @param filename empty where there is none
 * @param bytes decoded; empty for a multipart
 */
record Part(
        String id,
        String type,
        String filename,
        List<Letter.Header> headers,
        byte[] bytes,
        Charset charset,
        List<Part> parts) {
    private static final Session NO_SESSION = Session.getInstance(new java.util.Properties());

    /** A mail that cannot be parsed is one plain text. */
    static Part of(byte[] mail) {
        try {
            return of("", new MimeMessage(NO_SESSION, new ByteArrayInputStream(mail)));
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Part("", "text/plain", "", Letter.of(mail).headers(), mail, StandardCharsets.UTF_8, List.of());
        }
    }

    private static Part of(String id, MimePart part) throws MessagingException, IOException {
        var type = new ContentType(part.getContentType());
        var base = type.getBaseType().toLowerCase(java.util.Locale.ROOT);
        var children = children(id, part, base);
        var bytes = base.startsWith("multipart/")
                ? new byte[0]
                : part.getInputStream().readAllBytes();
        return new Part(id, base, filename(part), headers(part), bytes, charset(type), children);
    }

    private static List<Part> children(String id, MimePart part, String type) throws MessagingException, IOException {
        var parts = new ArrayList<Part>();
        if (type.startsWith("multipart/") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.add(of(child(id, i), (MimePart) multipart.getBodyPart(i)));
            }
        } else if (type.equals("message/rfc822") && part.getContent() instanceof MimeMessage nested) {
            parts.add(of(child(id, 0), nested));
        }
        return parts;
    }

    private static String child(String id, int number) {
        return id.isEmpty() ? "" + number : id + "." + number;
    }

    private static String filename(MimePart part) throws MessagingException, IOException {
        var name = part instanceof BodyPart || part instanceof MimeMessage ? part.getFileName() : null;
        return name == null ? "" : MimeUtility.decodeText(name);
    }

    private static List<Letter.Header> headers(MimePart part) throws MessagingException {
        var lines = String.join("\r\n", Collections.list(part.getAllHeaderLines())) + "\r\n\r\n";
        return Letter.of(lines.getBytes(StandardCharsets.UTF_8)).headers();
    }

    private static Charset charset(ContentType type) {
        try {
            var name = type.getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    String text() {
        return new String(bytes, charset);
    }

    /** The first leaf of that type that is shown rather than attached, or null. */
    @Nullable String shown(String wanted) {
        return all().filter(it -> it.type.equals(wanted) && it.filename.isEmpty())
                .map(Part::text)
                .findFirst()
                .orElse(null);
    }

    /** What a reader may save: whatever bears a name, and the leaves that are neither text nor HTML. */
    List<Part> attachments() {
        return all().filter(it -> it.parts.isEmpty() && !it.type.startsWith("multipart/"))
                .filter(it -> !it.filename.isEmpty() || !it.type.equals("text/plain") && !it.type.equals("text/html"))
                .toList();
    }

    Optional<Part> find(String wanted) {
        return all().filter(it -> it.id.equals(wanted)).findFirst();
    }

    /** This part and those below, but not what a forwarded mail holds. */
    private Stream<Part> all() {
        var below = type.equals("message/rfc822")
                ? Stream.<Part>empty()
                : parts.stream().flatMap(Part::all);
        return Stream.concat(Stream.of(this), below);
    }
}
