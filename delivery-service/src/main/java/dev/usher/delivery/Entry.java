package dev.usher.delivery;

import java.time.Instant;

/** Writes calendar files (RFC 5545, iTIP RFC 5546). */
public interface Entry {

    /** For anyone who might come: no attendee. @param at the stamp */
    String publish(Gathering event, Invited invited, int sequence, Instant at);

    /** For one who comes: she is the only attendee. */
    String request(Gathering event, Invited invited, Registration registration, Instant at);

    /** Takes the entry out of her calendar. */
    String cancel(Gathering event, Invited invited, Registration registration, Instant at);
}
