package dev.usher.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopTest {

    private final Stop stop = new Stop();

    @Test
    void itCutsWorkThatWouldNeverEndAndThatIsNoFailure() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            awaitUninterruptibly(begun);
            stop.ask();
        });

        stop.cuts(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        });

        assertThat(stop.asked()).isTrue();
        assertThat(Thread.currentThread().isInterrupted())
                .as("what is tidied up next must not be interrupted")
                .isFalse();
    }

    @Test
    void askedForBeforeTheWorkItLetsNoneBegin() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        stop.ask();

        stop.cuts(() -> {
            done.set(true);
            return null;
        });

        assertThat(done).isFalse();
    }

    @Test
    void askedForAfterTheWorkItInterruptsNothing() throws Exception {
        stop.cuts(() -> null);

        stop.ask();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatNobodyAskedForIsAFailure() {
        assertThatThrownBy(() -> stop.cuts(() -> {
                    throw new CannotStart("the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
