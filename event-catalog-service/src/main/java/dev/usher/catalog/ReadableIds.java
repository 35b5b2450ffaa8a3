package dev.usher.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The event's name without accents and signs, and a suffix of 30 random bits that tells it from its namesakes. */
@Component
class ReadableIds implements Ids {

    /** Digits and letters that nobody mistakes for one another (Crockford's base 32). */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int SUFFIX = 6;
    private static final int LONGEST_NAME = 60;

    private final RandomGenerator random;

    ReadableIds() {
        this(RandomGenerator.of("SecureRandom"));
    }

    ReadableIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String next(String eventName) {
        String slug = slug(eventName);
        return (slug.isEmpty() ? "event" : slug) + "-" + suffix();
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceAll("^-|-$", "");
    }

    private String suffix() {
        return random.ints(SUFFIX, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
