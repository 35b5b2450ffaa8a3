package dev.usher.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one customer's seat at one event, the latest word of it.
 *
 * @param eventName null = unknown
 * @param type null = unknown
 * @param series null = none
 */
public record Visit(
        String eventId,
        @Nullable String eventName,
        Event.@Nullable Type type,
        @Nullable String series,
        Seat seat,
        @Nullable Attendance attendance,
        Instant at) {

    /** The same visit, with what the event itself says of its name, type and series. */
    public Visit at(Event event) {
        return new Visit(eventId, event.name(), event.type(), event.series(), seat, attendance, at);
    }

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
