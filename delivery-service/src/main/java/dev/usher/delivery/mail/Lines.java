package dev.usher.delivery.mail;

import dev.usher.delivery.Envelopes.Unsendable;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Header lines. What would begin a second header is refused, not repaired. */
final class Lines {

    private static final String END = "\r\n";

    private final StringBuilder lines = new StringBuilder();

    /** Adds a header whose value is in ASCII already. */
    Lines add(String name, String value) {
        lines.append(name).append(": ").append(safe(value, name)).append(END);
        return this;
    }

    /** Adds a header of words in any script (RFC 2047), folded (RFC 5322, section 2.2.3). */
    Lines addWords(String name, String value) {
        try {
            String words =
                    MimeUtility.encodeText(String.valueOf(safe(value, name)), StandardCharsets.UTF_8.name(), null);
            lines.append(name)
                    .append(": ")
                    .append(MimeUtility.fold(name.length() + 2, words))
                    .append(END);
            return this;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8 is always there", impossible);
        }
    }

    /** The value itself. @throws Unsendable where it holds CR, LF, NUL or another control character */
    static @Nullable String safe(@Nullable String value, String what) {
        if (value != null && value.chars().anyMatch(c -> c < ' ' || c == 127 || c == 0x2028 || c == 0x2029)) {
            throw new Unsendable("the " + what + " holds a line break or another control character");
        }
        return value;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
