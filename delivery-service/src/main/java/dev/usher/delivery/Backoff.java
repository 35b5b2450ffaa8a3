package dev.usher.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Doubling with full jitter in the upper half, so that workers which failed together do not return together. */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {

    /** @param failures so far, 1 and up */
    Duration after(int failures) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(20, failures - 1));
        return Duration.ofMillis((long) (full * (0.5 + random.getAsDouble() / 2)));
    }
}
