package dev.usher.invitation.drafting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes words of others fit into sentences of ours. */
final class Phrases {

    /** What stands unquoted after "focus on" or "interest in": a noun phrase or a gerund, with no verb to conjugate. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} &+/'’.-]{0,58}[\\p{L}\\p{N}]");

    private static final Pattern GERUND = Pattern.compile("\\p{Lu}\\p{Ll}{2,}ing .+");

    private static final Pattern SPACES = Pattern.compile(" +");
    private static final int WORDS = 6;

    private static final Set<String> NO_NOUN = Set.of(
            "a",
            "we",
            "our",
            "i",
            "my",
            "they",
            "their",
            "you",
            "your",
            "it",
            "he",
            "she",
            "how",
            "what",
            "why",
            "when",
            "where",
            "who",
            "which",
            "to",
            "not",
            "no",
            "is",
            "are",
            "need",
            "needs",
            "want",
            "wants",
            "wish",
            "should",
            "can",
            "could",
            "must",
            "reduce",
            "improve",
            "scale",
            "increase",
            "grow",
            "build",
            "get",
            "make",
            "find",
            "hire",
            "prove",
            "keep",
            "manage",
            "reach",
            "expand",
            "drive",
            "adopt",
            "automate",
            "cut",
            "lower",
            "raise",
            "move",
            "migrate",
            "launch",
            "create",
            "understand",
            "learn",
            "help",
            "stop",
            "start",
            "become",
            "measure",
            "deliver",
            "retain",
            "win",
            "save",
            "fix",
            "integrate",
            "onboard",
            "train",
            "use",
            "implement",
            "introduce",
            "define",
            "set",
            "show",
            "speed",
            "avoid",
            "handle",
            "identify",
            "looking",
            "interested",
            "struggling",
            "struggles",
            "has",
            "have",
            "had",
            "asked",
            "asks");

    private Phrases() {}

    /** A customer's own words, within a sentence. */
    static String wish(String words) {
        return topic(plain(words) ? within(words) : words);
    }

    /** As {@link #list}, of wishes. */
    static String wishes(List<String> items) {
        return list(items.stream().map(Phrases::wish).toList());
    }

    /** The words as they are where grammar bears them, in quotation marks otherwise. */
    static String topic(String words) {
        return plain(words) ? words : "“" + words.replace('“', '\'').replace('”', '\'') + "”";
    }

    /** "Scaling operations" is "scaling operations" within a sentence; names keep their capitals. */
    private static String within(String words) {
        return GERUND.matcher(words).matches()
                ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1)
                : words;
    }

    private static boolean plain(String words) {
        List<String> all = SPACES.splitAsStream(words).toList();
        boolean shape = PLAIN.matcher(words).matches() && all.size() <= WORDS;
        boolean sentence = words.contains(". ") || words.endsWith(".");
        return shape && !sentence && !NO_NOUN.contains(all.getFirst().toLowerCase(Locale.ROOT));
    }

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** As {@link #list}, of topics. */
    static String topics(List<String> items) {
        return list(items.stream().map(Phrases::topic).toList());
    }

    /** With a full stop behind it, unless it ends in a mark of its own. */
    static String sentence(String words) {
        String said = words.strip();
        if (said.isEmpty()) {
            return "";
        }
        String begun = said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
        return ".!?…".indexOf(begun.charAt(begun.length() - 1)) >= 0 ? begun : begun + ".";
    }

    /** Words of four letters or more, for telling whether two phrases speak of the same. */
    static Set<String> words(String phrase) {
        return Pattern.compile("[^\\p{L}\\p{N}]+")
                .splitAsStream(phrase.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= 4)
                .collect(Collectors.toSet());
    }
}
