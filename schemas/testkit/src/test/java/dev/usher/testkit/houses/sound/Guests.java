package dev.usher.testkit.houses.sound;

import java.time.Clock;
import java.time.Instant;

/** Named for the thing, and told the time. */
record Guests(Clock clock) {
    Instant now() {
        return clock.instant();
    }
}
