package dev.usher.matching.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was answered leaves its store only behind the commit of its answer. */
class SpentTest {

    private final Shelf<StoredStale.Change> shelf = new Shelf<>();
    private final Spent spent = new Spent();
    private final StoredStale stale = stale(spent);
    private final AtomicInteger commits = new AtomicInteger();

    @Test
    void whatWasTakenIsNotTakenAgain() {
        stale.mark("a");
        stale.mark("b");
        assertThat(stale.take(1)).containsExactly("a");
        assertThat(stale.take(5)).containsExactly("b");
        assertThat(stale.take(5)).isEmpty();
    }

    @Test
    void itIsDeletedOnlyAfterTheCommitThatWasAskedFor() {
        stale.mark("a");
        stale.take(1);
        assertThat(shelf.keys()).containsExactly("a");
        spent.settle(commits::incrementAndGet);
        assertThat(commits).hasValue(1);
        assertThat(shelf.keys()).containsExactly("a");
        spent.settle(commits::incrementAndGet);
        assertThat(shelf.keys()).isEmpty();
        assertThat(commits).hasValue(1);
    }

    @Test
    void whoComesAfterACrashFindsWhatMayNotHaveBeenSaid() {
        stale.mark("a");
        stale.take(1);
        spent.settle(commits::incrementAndGet);
        assertThat(stale(new Spent()).take(1)).containsExactly("a");
    }

    @Test
    void whatChangedAgainMeanwhileIsNeitherDeletedNorForgotten() {
        stale.mark("a");
        stale.take(1);
        spent.settle(commits::incrementAndGet);
        stale.mark("a");
        spent.settle(commits::incrementAndGet);
        spent.settle(commits::incrementAndGet);
        assertThat(stale.take(1)).containsExactly("a");
    }

    @Test
    void theChangeIsRememberedUntilItIsSettled() {
        stale.mark("a");
        stale.take(1);
        assertThat(stale.changeOf("a").trigger()).isEqualTo("record-1");
        assertThat(stale.changeOf("b").trigger()).isNull();
    }

    private StoredStale stale(Spent memory) {
        return new StoredStale(shelf, memory, () -> Marks.remembered("record-1", "none"));
    }
}
