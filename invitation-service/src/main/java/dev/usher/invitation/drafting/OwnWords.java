package dev.usher.invitation.drafting;

import dev.usher.invitation.Mail;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a person said herself in a mail she rewrote: whatever no sentence of ours covers. */
final class OwnWords {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private final Set<String> lines = new HashSet<>();
    private final List<String> said;
    private final List<String> sentences;

    /**
     * @param said every sentence and line of ours
     * @param texts the mail made from the facts alone, in each of its shapes: line by line they are ours
     */
    OwnWords(Collection<String> said, String... texts) {
        this.said = said.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
        this.sentences =
                this.said.stream().filter(s -> s.matches("(?s).*[.!?]")).toList();
        Stream.of(texts).flatMap(String::lines).map(String::strip).forEach(lines::add);
    }

    /** Hers in the subject and in each line of the text, in order. */
    Stream<String> in(Mail mail) {
        return Stream.concat(Stream.of(mail.subject()), mail.text().lines())
                .map(String::strip)
                .distinct()
                .filter(line -> !lines.contains(line))
                .map(line -> without(sentences, line).strip())
                .filter(rest -> WORD.matcher(without(said, LINK.matcher(rest).replaceAll(" ")))
                        .find())
                .distinct();
    }

    private static String without(List<String> ours, String line) {
        String rest = line;
        for (String each : ours) {
            rest = rest.replace(each, "");
        }
        return rest;
    }
}
