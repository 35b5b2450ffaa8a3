package dev.usher.invitation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of events within a sentence. */
public final class Names {

    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

    /** Names that are spoken of with an article: "the 2027 Customer Success Summit", but "FOSDEM". */
    private static final Set<String> TAKE_ARTICLE = Set.of(
            "summit",
            "conference",
            "forum",
            "roundtable",
            "meetup",
            "webinar",
            "congress",
            "symposium",
            "workshop",
            "gathering",
            "dinner",
            "breakfast",
            "lunch",
            "festival",
            "fair",
            "expo",
            "series",
            "masterclass",
            "event",
            "evening",
            "night",
            "day",
            "days",
            "session",
            "briefing",
            "exchange");

    private static final Set<String> HAVE_ONE = Set.of("the", "a", "an", "our", "your");

    private static final Set<String> TITLES = Set.of(
            "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "madam", "herr", "frau", "dipl", "ing");

    private static final Pattern PERSON = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’.-]{0,39}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Names() {}

    /** The name a friend would call; empty when the full name does not tell. */
    public static String first(String fullName) {
        int comma = fullName.indexOf(',');
        String ordered = comma > 0 ? fullName.substring(comma + 1) + " " + fullName.substring(0, comma) : fullName;
        return SPACES.splitAsStream(ordered.strip())
                .filter(word -> !TITLES.contains(word.replace(".", "").toLowerCase(Locale.ROOT)))
                .filter(word -> PERSON.matcher(word).matches())
                .findFirst()
                .orElse("");
    }

    /**
     * The name with an article where it takes one.
     *
     * @param first whether it begins a sentence
     */
    public static String withArticle(String name, boolean first) {
        return takesArticle(name) ? (first ? "The " : "the ") + name : name;
    }

    private static boolean takesArticle(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("[:–—(|]", 2);
        String head = parts[0].strip();
        if (HAVE_ONE.contains(head.split(" ", 2)[0])) {
            return false;
        }
        String last = WORD.matcher(head)
                .results()
                .map(r -> r.group())
                .reduce((a, b) -> b)
                .orElse("");
        return TAKE_ARTICLE.contains(last);
    }
}
