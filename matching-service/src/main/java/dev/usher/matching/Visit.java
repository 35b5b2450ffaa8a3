package dev.usher.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one customer's seat at one event, the latest word of it.
 *
 * @param type null = unknown
 * @param series null = none
 */
public record Visit(
        String eventId,
        Event.@Nullable Type type,
        @Nullable String series,
        Seat seat,
        @Nullable Attendance attendance,
        Instant at) {

    /** The states of a registration. */
    public enum Seat {
        REGISTERED,
        WAITLISTED,
        DECLINED,
        CANCELLED,
        ATTENDED,
        NO_SHOW
    }
}
