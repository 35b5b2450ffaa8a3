package dev.usher.delivery;

import reactor.core.publisher.Mono;

/** The approved invitations, read. */
public interface Invitations {

    Mono<Invited> find(String invitationId);

    /** The invitation by which this guest was last asked to this event. Empty = none. */
    Mono<Invited> of(String eventId, String address);
}
