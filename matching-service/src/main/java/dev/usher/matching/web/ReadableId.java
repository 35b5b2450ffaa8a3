package dev.usher.matching.web;

import dev.usher.matching.MessageIds;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An id made of a name, the same each time: without accents and signs. */
final class ReadableId {

    private static final int LONGEST = 60;
    private static final int SUFFIX = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9-]+");

    private ReadableId() {}

    /**
     * Where letters of the name are lost in it, a part made of the whole name tells it from its likes.
     *
     * @param kind what to call it where no letter is left
     */
    static String of(String name, String kind) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String whole = SIGNS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        String letters = FOREIGN.matcher(whole).replaceAll("");
        String slug = letters.substring(0, Math.min(letters.length(), LONGEST)).replaceAll("^-+|-+$", "");
        if (!slug.isEmpty() && slug.equals(whole)) {
            return slug;
        }
        return (slug.isEmpty() ? kind : slug) + "-" + MessageIds.of(kind, whole).substring(0, SUFFIX);
    }
}
