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

    private Names() {}

    /** @param first whether it begins a sentence */
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
