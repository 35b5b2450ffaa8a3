package dev.usher.delivery;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of planned service mails; each method joins the caller's transaction. */
public interface Reminders {

    /** The next free number of this kind for the invitation, 1 and up. */
    Mono<Integer> nextNumber(String invitationId, Kind kind);

    Mono<Void> plan(Reminder reminder, Instant now);

    /** PLANNED ones of a guest that are not on their way, locked. */
    Flux<Reminder> open(String eventId, String address);

    /** PLANNED ones of a customer's people that are not on their way, locked. */
    Flux<Reminder> openOf(String customerId);

    /** Due ones, locked so that no other replica takes them. */
    Flux<Reminder> due(Instant now, int limit);

    /** Marks it as handed to the sender. */
    Mono<Void> queued(Reminder reminder, Instant now);

    /** SENT or SKIPPED; empty where that was settled before. */
    Mono<Reminder> settle(MailId mail, Reminder.Status status, String why, Instant now);
}
