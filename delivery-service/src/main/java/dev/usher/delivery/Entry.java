package dev.usher.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendar files (RFC 5545, iTIP RFC 5546). One entry has one UID for ever; its SEQUENCE grows with the event's
 * versions and with the changes of the guest's seat.
 */
public interface Entry {

    /** For anyone who might come: no attendee. Of a cancelled event it says so. @param at the stamp */
    String publish(Gathering event, Invited invited, @Nullable Registration registration, Instant at);

    /** For one who comes: she is the only attendee. */
    String request(Gathering event, Invited invited, Registration registration, Instant at);

    /** Takes the entry out of her calendar. */
    String cancel(Gathering event, Invited invited, Registration registration, Instant at);
}
