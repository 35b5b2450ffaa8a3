package dev.usher.delivery;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of mails; each method joins the caller's transaction. */
public interface Deliveries {

    /**
     * Adds a PENDING mail with its bytes. A newer revision replaces one that was REFUSED or WITHDRAWN, nothing else does.
     * Empty where the mail is there already.
     */
    Mono<Delivery> add(Commission commission, Envelopes.Sealed envelope, Instant now);

    /** As {@link #add}, but the mail ends here. */
    Mono<Delivery> addEnded(Commission commission, State end, String why, Instant now);

    /** Takes due mails of mailboxes that are not parked, under a lease; no other worker gets them before it ends. */
    Flux<Delivery> claim(String lease, Instant now, Instant until, int limit);

    /** Ends the leases that start so: their process is gone. Answers how many. */
    Mono<Long> release(String leasePrefix, Instant now);

    /** Notes the draft unless the mail has one or left our hands: compare and set. False = this draft is an orphan. */
    Mono<Boolean> keep(Delivery claimed, Draft draft, Instant now);

    /** Locks the row as it was claimed; empty where state or lease changed meanwhile. */
    Mono<Delivery> lock(Delivery claimed);

    /** Locks the mail's row whatever its state; empty = unknown mail. */
    Mono<Delivery> lock(MailId mail);

    /** Changes the state of a mail still claimed so; false where someone else did meanwhile. */
    Mono<Boolean> move(Delivery from, State to, Change change, Instant now);

    /** Gmail has it: a fact, whoever holds the lease. False where that was known. */
    Mono<Boolean> accept(
            Delivery sent, String gmailId, @Nullable String messageId, Instant now, @Nullable Instant silentAt);

    /** PENDING mails of the event, locked. */
    Flux<Delivery> pendingOf(String eventId);

    /** PENDING mails to the customer's people, locked. */
    Flux<Delivery> pendingOfCustomer(String customerId);

    /** A guest's PENDING confirmations and reminders, locked. */
    Flux<Delivery> pendingCare(Guest guest);

    /** PENDING mails to any of these addresses, locked. */
    Flux<Delivery> pendingTo(Collection<String> addresses);

    /**
     * What changes beside the state.
     *
     * @param why reason in words; null = none
     * @param dueAt next look
     * @param leasedUntil null = give the lease back
     */
    record Change(
            @Nullable String why, Instant dueAt, @Nullable Instant leasedUntil, int attempts) {}
}
