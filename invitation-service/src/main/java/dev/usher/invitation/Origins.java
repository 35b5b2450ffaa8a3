package dev.usher.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where times and ids come from. */
@Component
public class Origins {

    private final Clock clock;

    Origins(Clock clock) {
        this.clock = clock;
    }

    /** Now, as exactly as the database and the records keep it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An id never used before. */
    public String id() {
        return UUID.randomUUID().toString();
    }

    Change change(String who, @Nullable String why) {
        return new Change(who, now(), why);
    }
}
