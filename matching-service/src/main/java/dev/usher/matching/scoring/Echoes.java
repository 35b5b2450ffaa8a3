package dev.usher.matching.scoring;

import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Guest;
import dev.usher.matching.scoring.Passage.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an agenda answers what a customer cares about: for each element of it the passage it answers best. */
final class Echoes {

    /** Below this, words meet by chance. */
    private static final double CHANCE = 0.2;

    /** With more passages than this some always meet an agenda: each counts less then. */
    private static final double MANY = 12;

    private static final double[] SHARES = {0.6, 0.25, 0.15};

    /** One element that answers one passage. */
    record Echo(int number, Element element, Passage passage, double strength) {

        static final Comparator<Echo> STRONGEST_FIRST = Comparator.comparingDouble(Echo::strength)
                .reversed()
                .thenComparing(Echo::element, Comparator.comparing(Element::kind))
                .thenComparing(Echo::number);

        String named() {
            return passage.named() + " - " + element.named();
        }
    }

    private final Map<Criterion, Map<Integer, Echo>> best = new EnumMap<>(Criterion.class);

    Echoes(Guest guest, Index index) {
        List<Passage> passages = Passage.of(guest);
        double damp = Math.min(1, Math.sqrt(MANY / Math.max(1, things(passages, guest))));
        passages.forEach(passage -> listen(passage, index, damp * passage.source().trust));
    }

    private void listen(Passage passage, Index index, double trust) {
        double[] similar = similarities(passage, index);
        for (int i = 0; i < similar.length; i++) {
            if (similar[i] * trust >= CHANCE) {
                keep(new Echo(i, index.elements().get(i), passage, similar[i] * trust));
            }
        }
    }

    /** A note is one thing, however many sentences it has. */
    private static long things(List<Passage> passages, Guest guest) {
        return passages.stream()
                        .filter(passage -> passage.source() != Source.NOTED)
                        .count()
                + guest.shown().stream()
                        .filter(interest -> interest.topics().isEmpty())
                        .count();
    }

    /** Of a note that speaks of a topic among much else, the topic counts. */
    private static double[] similarities(Passage passage, Index index) {
        double[] similar = index.similarities(passage.words());
        if (passage.source() == Source.NOTED) {
            double[] spokenOf = index.spokenOf(passage.words());
            Arrays.setAll(similar, i -> Math.max(similar[i], spokenOf[i]));
        }
        return similar;
    }

    private void keep(Echo echo) {
        best.computeIfAbsent(echo.passage().source().criterion, c -> new HashMap<>())
                .merge(echo.number(), echo, (a, b) -> b.strength() > a.strength() ? b : a);
    }

    /** 0..1: mostly the strongest echo, and whether there are more of them. */
    double strength(Criterion criterion) {
        List<Echo> strongest = strongest(criterion, SHARES.length);
        double pooled = 0;
        for (int i = 0; i < strongest.size(); i++) {
            pooled += SHARES[i] * strongest.get(i).strength();
        }
        return pooled;
    }

    List<Echo> strongest(Criterion criterion, int howMany) {
        return best.getOrDefault(criterion, Map.of()).values().stream()
                .sorted(Echo.STRONGEST_FIRST)
                .limit(howMany)
                .toList();
    }

    /** The strongest echo in a session, from a challenge if both are as strong. */
    Optional<Echo> in(int element) {
        return Stream.of(Criterion.CHALLENGES, Criterion.INTERESTS)
                .flatMap(criterion ->
                        Stream.ofNullable(best.getOrDefault(criterion, Map.of()).get(element)))
                .max(Comparator.comparingDouble(Echo::strength));
    }

    /** The numbers of all elements that answer something. */
    List<Integer> elements() {
        List<Integer> all = new ArrayList<>();
        best.values().forEach(found -> all.addAll(found.keySet()));
        return all.stream().distinct().sorted().toList();
    }
}
