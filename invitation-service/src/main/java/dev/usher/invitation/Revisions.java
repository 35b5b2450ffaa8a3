package dev.usher.invitation;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Marks on invitations that must be looked at again, worked off in any replica. */
public interface Revisions {

    /** Marks all of an event, a customer or an address (lower case) that are open or under way. */
    Mono<Void> markEvent(String eventId);

    Mono<Void> markCustomer(String customerId);

    Mono<Void> markAddress(String address);

    Mono<Void> mark(String invitationId);

    /** Whether anything is marked; a look, which is cheaper than to take nothing. */
    Mono<Boolean> any();

    /**
     * Takes at most so many marks off; for the length of the caller's transaction nobody else gets them. An invitation
     * that was marked twice comes twice.
     */
    Flux<String> take(int atMost);
}
