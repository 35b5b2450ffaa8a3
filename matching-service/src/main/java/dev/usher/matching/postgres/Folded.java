package dev.usher.matching.postgres;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched: without regard to case and accents, and as much of them as an index takes. */
final class Folded {

    private static final int LONGEST = 300;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("\\s+");

    private Folded() {}

    static String of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String folded = GAPS.matcher(plain.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
        int most = folded.codePointCount(0, folded.length()) > LONGEST
                ? folded.offsetByCodePoints(0, LONGEST)
                : folded.length();
        return folded.substring(0, most);
    }
}
