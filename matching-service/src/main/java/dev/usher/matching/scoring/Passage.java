package dev.usher.matching.scoring;

import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Customer;
import dev.usher.matching.Guest;
import dev.usher.matching.Interest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A piece of what is known of a customer in words. */
record Passage(Source source, String words) {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+");
    private static final int SENTENCES = 20;

    /** Where the words stand; notes say less for certain than what was entered as an interest. */
    enum Source {
        CHALLENGE(Criterion.CHALLENGES, "challenge", 1),
        INTEREST(Criterion.INTERESTS, "interest", 1),
        SHOWN(Criterion.INTERESTS, "shown interest", 1),
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
        return "your " + source.word + " '" + words + "'";
    }

    static List<Passage> of(Guest guest) {
        Customer customer = guest.customer();
        List<Passage> all = new ArrayList<>();
        customer.challenges().forEach(words -> all.add(new Passage(Source.CHALLENGE, words)));
        customer.interests().forEach(words -> all.add(new Passage(Source.INTEREST, words)));
        guest.shown().forEach(interest -> shown(interest, all));
        if (customer.notes() != null) {
            sentences(customer.notes(), Source.NOTE, all);
        }
        return all;
    }

    private static void shown(Interest interest, List<Passage> all) {
        interest.topics().forEach(topic -> all.add(new Passage(Source.SHOWN, topic)));
        if (interest.topics().isEmpty() && interest.note() != null) {
            sentences(Objects.requireNonNull(interest.note()), Source.NOTE, all);
        }
    }

    private static void sentences(String text, Source source, List<Passage> all) {
        SENTENCE.splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .limit(SENTENCES)
                .forEach(sentence -> all.add(new Passage(source, sentence)));
    }
}
