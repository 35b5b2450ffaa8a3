package dev.usher.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who changes something, when and why. */
public record Change(String who, Instant at, @Nullable String why) {

    Step step(String what) {
        return new Step(at, who, what, why);
    }
}
