package dev.usher.matching.scoring;

import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Customer;
import dev.usher.matching.Guest;
import dev.usher.matching.Interest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what is known of a customer in words.
 *
 * @param note what was noted with it; null = nothing
 */
record Passage(Source source, String words, @Nullable String note) {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+");
    private static final int SENTENCES = 20;
    private static final int QUOTED = 240;

    /** Where the words stand; notes say less for certain than what was entered as an interest. */
    enum Source {
        CHALLENGE(Criterion.CHALLENGES, "challenge", 1),
        INTEREST(Criterion.INTERESTS, "interest", 1),
        SHOWN(Criterion.INTERESTS, "shown interest", 1),
        NOTED(Criterion.INTERESTS, "interest noted as", 0.9),
        NOTE(Criterion.INTERESTS, "notes", 0.6);

        final Criterion criterion;
        final String word;
        final double trust;

        Source(Criterion criterion, String word, double trust) {
            this.criterion = criterion;
            this.word = word;
            this.trust = trust;
        }
    }

    /** As evidence names it. */
    String named() {
        return "your " + source.word + " '" + quote() + "'" + (note == null ? "" : ", noted as '" + cut(note) + "'");
    }

    /** Its words to the letter, as many as can be shown. */
    String quote() {
        return cut(words);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)).strip() + "\u2026";
    }

    static List<Passage> of(Guest guest) {
        Customer customer = guest.customer();
        List<Passage> all = new ArrayList<>();
        customer.challenges().forEach(words -> all.add(new Passage(Source.CHALLENGE, words, null)));
        customer.interests().forEach(words -> all.add(new Passage(Source.INTEREST, words, null)));
        guest.shown().forEach(interest -> shown(interest, all));
        if (customer.notes() != null) {
            sentences(customer.notes(), Source.NOTE, all);
        }
        return all;
    }

    private static void shown(Interest interest, List<Passage> all) {
        interest.topics().forEach(topic -> all.add(new Passage(Source.SHOWN, topic, interest.note())));
        if (interest.note() != null) {
            sentences(interest.note(), Source.NOTED, all);
        }
    }

    private static void sentences(String text, Source source, List<Passage> all) {
        SENTENCE.splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .limit(SENTENCES)
                .forEach(sentence -> all.add(new Passage(source, sentence, null)));
    }
}
