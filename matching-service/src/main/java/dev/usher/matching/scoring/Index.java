package dev.usher.matching.scoring;

import dev.usher.matching.Event;
import dev.usher.matching.Session;
import dev.usher.matching.scoring.Element.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an event speaks of: its sessions, topics and itself, each with the terms it holds and how much they stand out in
 * it. A term weighs the more the fewer elements hold it (inverse document frequency, Sparck Jones 1972, smoothed as if
 * twenty other elements were there, so that the subject of a small event is not taken for a common word).
 */
final class Index {

    private static final double TITLE = 1;
    private static final double TRACK = 0.6;
    private static final double TEXT = 0.75;
    private static final double USUAL_LENGTH = 60;
    private static final double OTHERS = 20;
    private static final double EXPRESSIVE = 2;
    private static final double LONGEST = 14;

    /** A text speaks of an element if it holds at least this part of its name. */
    private static final double SPOKEN_OF = 0.65;

    /** One element that holds a term. */
    private record Posting(int element, double weight) {}

    private final Words words;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();

    Index(Event event, Words words) {
        this.words = words;
        event.sessions().forEach(this::add);
        event.topics().forEach(topic -> add(new Element(Kind.TOPIC, topic, null), weights(topic, "", "")));
        String about = event.description() == null ? "" : event.description();
        add(new Element(Kind.EVENT, event.name(), null), weights(event.name(), "", about));
    }

    List<Element> elements() {
        return elements;
    }

    /** How much each element speaks to these words, 0..1, in the order of {@link #elements}. */
    double[] similarities(String text) {
        Set<String> terms = new LinkedHashSet<>(words.of(text));
        double[] found = new double[elements.size()];
        double[] specific = new double[elements.size()];
        double all = 0;
        for (String term : terms) {
            all += weight(term);
            add(term, found, specific);
        }
        double asked = Math.min(all, LONGEST);
        for (int i = 0; i < found.length; i++) {
            found[i] = found[i] == 0 ? 0 : Math.min(1, found[i] / asked) * expressive(found[i], specific[i]);
        }
        return found;
    }

    /** Little where only words met that many subjects share. */
    private static double expressive(double held, double specific) {
        return Math.min(1, held / EXPRESSIVE) * specific / held;
    }

    /** The part of these words' weight that one text holds, 0..1. */
    double heldBy(Set<String> holder, String text) {
        double all = 0;
        double held = 0;
        for (String term : new LinkedHashSet<>(words.of(text))) {
            all += weight(term);
            held += holder.contains(term) ? weight(term) : 0;
        }
        return all == 0 ? 0 : held / all * Math.min(1, held / EXPRESSIVE);
    }

    /** The part of each element's own name that these words hold, 0..1; 0 where they hold too little to speak of it. */
    double[] spokenOf(String text) {
        Set<String> said = new HashSet<>(words.of(text));
        double[] found = new double[elements.size()];
        for (int i = 0; i < found.length; i++) {
            double held = heldBy(said, elements.get(i).label());
            found[i] = held < SPOKEN_OF ? 0 : held;
        }
        return found;
    }

    private void add(String term, double[] found, double[] specific) {
        double weight = weight(term);
        held(term).forEach((element, held) -> {
            found[element] += held * weight;
            specific[element] += held * weight * words.specificity(term);
        });
    }

    /** How much of a term each element holds: by itself or by one that lies close, the better of both. */
    private Map<Integer, Double> held(String term) {
        Map<Integer, Double> best = new HashMap<>();
        postings.getOrDefault(term, List.of()).forEach(p -> best.merge(p.element(), p.weight(), Math::max));
        words.relatives(term)
                .forEach((relative, near) -> postings.getOrDefault(relative, List.of())
                        .forEach(p -> best.merge(p.element(), near * p.weight(), Math::max)));
        return best;
    }

    private double weight(String term) {
        int holders = postings.getOrDefault(term, List.of()).size();
        return words.specificity(term) * Math.log(1 + (elements.size() + OTHERS) / (holders + 1));
    }

    private void add(Session session) {
        String track = session.track() == null ? "" : session.track();
        String text = session.summary() == null ? "" : session.summary();
        add(new Element(Kind.SESSION, session.title(), session), weights(session.title(), track, text));
    }

    private void add(Element element, Map<String, Double> weights) {
        int number = elements.size();
        elements.add(element);
        weights.forEach((term, weight) ->
                postings.computeIfAbsent(term, t -> new ArrayList<>()).add(new Posting(number, weight)));
    }

    /** A word in the title counts in full; one in the text by how often it stands there, for its length. */
    private Map<String, Double> weights(String title, String track, String text) {
        Map<String, Double> weights = new HashMap<>();
        List<String> body = words.of(text);
        Map<String, Integer> counts = new HashMap<>();
        body.forEach(term -> counts.merge(term, 1, Integer::sum));
        double patience = 0.5 + 0.5 * body.size() / USUAL_LENGTH;
        counts.forEach((term, count) -> weights.merge(term, TEXT * count / (count + patience), Math::max));
        words.of(track).forEach(term -> weights.merge(term, TRACK, Math::max));
        words.of(title).forEach(term -> weights.merge(term, TITLE, Math::max));
        return weights;
    }
}
