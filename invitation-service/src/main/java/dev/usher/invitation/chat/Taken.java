package dev.usher.invitation.chat;

import dev.usher.invitation.chat.Directory.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says for whom and what a name was taken that is not written so. */
final class Taken {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Taken() {}

    /** One sentence each; empty = every name is one to the letter. */
    static String words(Understood u) {
        return Stream.concat(
                        u.customers().stream().map(w -> customer(w.words(), w.choice())),
                        Stream.ofNullable(u.event()).map(choice -> event(u, choice)))
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    static String customer(String words, Choice choice) {
        return choice instanceof Choice.Found(Named named)
                        && !named.exact()
                        && !letters(words).equals(letters(named.name()))
                ? sentence(words, named)
                : "";
    }

    /** An event may be called by a part of its name: only a word that is not in it is a guess of ours. */
    private static String event(Understood u, Choice choice) {
        String words = u.eventWords() == null ? "" : Understanding.bare(u.eventWords());
        return choice instanceof Choice.Found(Named named)
                        && !named.exact()
                        && !Set.copyOf(wordsOf(named.name())).containsAll(wordsOf(words))
                ? sentence(words, named)
                : "";
    }

    private static String sentence(String words, Named named) {
        String name = Markdown.safe(named.name());
        return "I took %s to be %s".formatted(Markdown.safe(words), name) + (name.endsWith(".") ? "" : ".");
    }

    private static String letters(String name) {
        return String.join("", wordsOf(name));
    }

    private static List<String> wordsOf(String name) {
        return Arrays.stream(NO_LETTERS.split(name.toLowerCase(Locale.ROOT)))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
