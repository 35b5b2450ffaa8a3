package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.matching.Question.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergingTest {

    private final Merging merging = new Merging();
    private final Kept kept = new Kept();

    @Test
    void theBestOfAllAreSaidOnceTheLastHasSpoken() {
        assertThat(merging.take(partial(1, 0, standing("a", 0.4), standing("b", 0.9)), kept))
                .isEmpty();
        assertThat(merging.take(partial(1, 1, standing("c", 0.5)), kept)).isEmpty();
        Winners winners = merging.take(partial(1, 2, standing("d", 0.7)), kept).orElseThrow();
        assertThat(winners.best()).extracting(Standing::customerId).containsExactly("b", "d", "c");
        assertThat(winners.best()).extracting(Standing::rank).containsExactly(1, 2, 3);
        assertThat(winners.best()).extracting(Standing::rankOfCsm).containsExactly(1, 2, 3);
    }

    @Test
    void aRepeatSaysNothingUnlessItWasTheOneThatCompleted() {
        merging.take(partial(1, 0), kept);
        assertThat(merging.take(partial(1, 0), kept)).isEmpty();
        merging.take(partial(1, 1), kept);
        assertThat(merging.take(partial(1, 2), kept)).isPresent();
        assertThat(merging.take(partial(1, 1), kept)).isEmpty();
        assertThat(merging.take(partial(1, 2), kept)).isPresent();
    }

    @Test
    void anOlderVersionIsIgnoredAndNeverMixedWithANewer() {
        merging.take(partial(2, 0), kept);
        merging.take(partial(1, 0), kept);
        merging.take(partial(1, 1), kept);
        assertThat(merging.take(partial(1, 2), kept)).isEmpty();
        merging.take(partial(2, 1), kept);
        assertThat(merging.take(partial(2, 2), kept)).isPresent();
    }

    @Test
    void whoCannotAnswerHoldsUpNobodyAndIsNamed() {
        merging.take(partial(1, 0, standing("a", 0.4)), kept);
        merging.take(partial(1, 1), kept);
        Winners winners = merging.take(failed(2), kept).orElseThrow();
        assertThat(winners.best()).hasSize(1);
        assertThat(winners.failures()).containsExactly("partition 2: broken");
    }

    @Test
    void aPartitionThatFindsItsAnswerLaterIsHeardStill() {
        merging.take(failed(0), kept);
        merging.take(partial(1, 1), kept);
        assertThat(merging.take(partial(1, 2), kept).orElseThrow().failures()).hasSize(1);
        Winners healed = merging.take(partial(1, 0, standing("a", 0.4)), kept).orElseThrow();
        assertThat(healed.failures()).isEmpty();
        assertThat(healed.best()).extracting(Standing::customerId).containsExactly("a");
        assertThat(merging.take(partial(1, 1), kept)).isEmpty();
    }

    private static Partial failed(int partition) {
        return new Partial(question(1), partition, 3, List.of(), "broken", false, Instant.EPOCH);
    }

    private static Question question(int version) {
        return new Question("event:e", "e", version, 0, 3, Wanted.ANYONE);
    }

    private static Partial partial(int version, int partition, Standing... best) {
        return new Partial(question(version), partition, 3, List.of(best), null, false, Instant.EPOCH);
    }

    private static Standing standing(String customer, double score) {
        return new Standing(customer, "csm", score, 0, 0);
    }

    /** In memory. */
    private static final class Kept implements Partials {

        private final Map<Integer, Partial> all = new LinkedHashMap<>();

        @Override
        public Optional<Partial> find(String question, int partition) {
            return Optional.ofNullable(all.get(partition));
        }

        @Override
        public void put(Partial partial) {
            all.put(partial.partition(), partial);
        }

        @Override
        public List<Partial> of(String question) {
            return new ArrayList<>(all.values());
        }

        @Override
        public void forgetOlderThan(Instant time) {
            all.values().removeIf(partial -> partial.at().isBefore(time));
        }
    }
}
