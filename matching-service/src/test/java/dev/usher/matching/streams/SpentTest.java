package dev.usher.matching.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.matching.Candidate;
import dev.usher.matching.Held.Waiting;
import dev.usher.matching.Mail;
import dev.usher.matching.Offer;
import java.time.Instant;
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

    @Test
    void anAnswerThatACrashLostIsStillOwed() {
        Shelf<Waiting> held = new Shelf<>();
        Waiting waiting = new Waiting("m", "c", null, null, null, Instant.EPOCH);
        StoredHeld before = new StoredHeld(held, spent);
        before.keep(waiting);
        before.release(waiting);
        spent.settle(commits::incrementAndGet);
        assertThat(before.all()).isEmpty();
        assertThat(new StoredHeld(held, new Spent()).all()).containsExactly(waiting);
        spent.settle(commits::incrementAndGet);
        assertThat(held.keys()).isEmpty();
    }

    @Test
    void anOfferWhoseWithdrawalACrashLostIsThereToBeWithdrawnAgain() {
        Shelf<Offer> offers = new Shelf<>();
        Offer offer = new Offer("e", "c", Mail.FIRST_INVITATION, Candidate.Origin.ANNOUNCEMENT);
        StoredOffers before = new StoredOffers(offers, spent);
        before.put(offer);
        before.remove(offer);
        spent.settle(commits::incrementAndGet);
        assertThat(before.of("e")).isEmpty();
        assertThat(new StoredOffers(offers, new Spent()).of("e")).containsExactly(offer);
        spent.settle(commits::incrementAndGet);
        assertThat(offers.keys()).isEmpty();
    }

    private StoredStale stale(Spent memory) {
        return new StoredStale(shelf, memory, () -> Marks.remembered("record-1", "none"));
    }
}
