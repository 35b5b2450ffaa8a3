package dev.usher.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's answer to an event.
 *
 * @param invitationId the invitation it answers; null = came by herself
 * @param attendance null = not said
 * @param sessions ids of the sessions she chose; empty = none
 * @param source PAGE, WEBHOOK, ATTENDANCE_LIST
 * @param why reason of a decline; null = none
 * @param sequence how often it changed: a part of iCalendar's SEQUENCE
 * @param askedAt when she asked for the seat: her place in the queue
 */
public record Registration(
        Guest guest,
        @Nullable String invitationId,
        RegistrationStatus status,
        @Nullable Attendance attendance,
        List<String> sessions,
        String source,
        @Nullable String why,
        int sequence,
        Instant askedAt) {

    Registration to(RegistrationStatus next) {
        return new Registration(guest, invitationId, next, attendance, sessions, source, why, sequence + 1, askedAt);
    }
}
