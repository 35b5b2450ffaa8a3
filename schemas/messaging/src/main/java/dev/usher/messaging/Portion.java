package dev.usher.messaging;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many records go into one transaction: a whole batch, until one takes longer than {@code handle-within}. Then half as
 * many, and half again, so that on a machine that is too slow for a batch some of it is committed at each try; twice as
 * many after each batch that was in time.
 */
final class Portion {

    private static final int WHOLE_BATCH = 1 << 20;

    private final AtomicInteger size = new AtomicInteger(WHOLE_BATCH);

    /** At least 1. */
    int size() {
        return size.get();
    }

    void tookTooLong(int records) {
        size.set(Math.max(1, records / 2));
    }

    void wasInTime() {
        size.updateAndGet(now -> Math.min(WHOLE_BATCH, now * 2));
    }
}
