package dev.usher.contracts;

import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.MailKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint that binds an approval to the bytes a person saw.
 *
 * <p>SHA-256 (FIPS 180-4) over recipient, sender, kind, number, event version, subject, html and text, in this order.
 * Each field is written as its UTF-8 bytes behind their count as a big-endian 32-bit integer, so that no two contents
 * can run into each other; integers are written as their decimal text. Names for display are not part of it.
 */
public final class ContentHash {

    private ContentHash() {}

    /** Lower-case hex, 64 characters. */
    public static String of(Content content, MailKind kind, int number) {
        MessageDigest digest = sha256();
        field(digest, content.getRecipient());
        field(digest, content.getSender());
        field(digest, kind.name());
        field(digest, Integer.toString(number));
        field(digest, Integer.toString(content.getEventVersion()));
        field(digest, content.getSubject());
        field(digest, content.getHtml());
        field(digest, content.getText());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void field(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
