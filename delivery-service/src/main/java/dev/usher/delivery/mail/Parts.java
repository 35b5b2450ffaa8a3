package dev.usher.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The parts of a multipart/alternative body; the same seed gives the same boundary. */
final class Parts {

    private static final String END = "\r\n";

    private final String boundary;
    private final StringBuilder body = new StringBuilder();

    Parts(String seed) {
        this.boundary = "usher-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    String type() {
        return "multipart/alternative; boundary=\"" + boundary + "\"";
    }

    Parts add(String type, String text) {
        body.append("--").append(boundary).append(END);
        body.append("Content-Type: ").append(type).append(END);
        body.append("Content-Transfer-Encoding: quoted-printable").append(END).append(END);
        body.append(quotedPrintable(text)).append(END);
        return this;
    }

    private static String quotedPrintable(String text) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream encoder = MimeUtility.encode(bytes, "quoted-printable")) {
            encoder.write(text.replaceAll("\r\n|\r|\n", END).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("quoted-printable is always there", e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return body + "--" + boundary + "--" + END;
    }
}
