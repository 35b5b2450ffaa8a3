package dev.usher.delivery;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table event_registrations: one seat a person; each method joins the caller's transaction. */
public interface Registrations {

    Mono<Registration> find(String eventId, String address);

    Mono<Void> put(Registration registration, Instant now);

    /** Seats taken of those that count. @param roomOnly virtual guests do not count */
    Mono<Integer> taken(String eventId, boolean roomOnly);

    /** Who has waited longest. Empty = nobody. */
    Mono<Registration> nextWaiting(String eventId);

    /** Everyone with any of these states, in the order in which they asked. */
    Flux<Registration> of(String eventId, RegistrationStatus... states);
}
