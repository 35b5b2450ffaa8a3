package dev.usher.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes one answer of the partitions' answers, as soon as the last of them is in. */
public final class Merging {

    /**
     * The winners, if this partial completes them. An older version than the kept one is ignored; a repeat takes the
     * place of what it repeats and says nothing, unless it is the one that had completed the answer: then the answer may
     * have been lost with whoever gave it, and is given again. So it is when a partition that had failed finds its own.
     */
    public Optional<Winners> take(Partial partial, Partials kept) {
        Optional<Partial> before = kept.find(partial.question().id(), partial.partition());
        if (before.filter(known -> version(known) > version(partial)).isPresent()) {
            return Optional.empty();
        }
        kept.put(partial);
        List<Partial> all = kept.of(partial.question().id()).stream()
                .filter(other -> version(other) == version(partial))
                .toList();
        if (all.size() < partial.of() || alreadyGiven(all, before, partial)) {
            return Optional.empty();
        }
        kept.put(partial.thatCompletes());
        return Optional.of(winners(partial.question(), all));
    }

    private static boolean alreadyGiven(List<Partial> all, Optional<Partial> before, Partial partial) {
        return all.stream().anyMatch(Partial::completing)
                && before.filter(known -> known.completing() || known.failedUnlike(partial))
                        .isEmpty();
    }

    private static int version(Partial partial) {
        return partial.question().eventVersion();
    }

    private static Winners winners(Question question, List<Partial> all) {
        Best best = new Best(question.limit());
        all.forEach(partial -> partial.best().forEach(best::see));
        List<String> failures = all.stream()
                .filter(partial -> partial.failed() != null)
                .map(partial -> "partition " + partial.partition() + ": " + Objects.requireNonNull(partial.failed()))
                .toList();
        return new Winners(question, ranked(best.inOrder()), failures);
    }

    private static List<Standing> ranked(List<Standing> best) {
        Map<String, Integer> perCsm = new HashMap<>();
        int[] place = {0};
        return best.stream()
                .map(one -> one.at(++place[0], perCsm.merge(one.csmId(), 1, Integer::sum)))
                .toList();
    }
}
