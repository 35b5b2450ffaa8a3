package dev.usher.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One session of an agenda. */
public record Session(
        String id,
        String title,
        @Nullable String summary,
        Instant startsAt,
        Instant endsAt,
        @Nullable String track,
        @Nullable String kind) {

    /** True if a person cannot sit in both. */
    public boolean overlaps(Session other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }
}
