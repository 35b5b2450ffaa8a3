package dev.usher.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table event_registrations: one seat a person; each method joins the caller's transaction. */
public interface Registrations {

    Mono<Registration> find(String eventId, String address);

    Mono<Void> put(Registration registration, Instant now);

    /**
     * How full an event is to one who asks for a seat that counts.
     *
     * @param taken seats taken, hers included
     * @param ahead others who wait and asked before her
     */
    record Crowd(int taken, int ahead) {

        /** True where one more would have to wait. @param capacity null = no limit */
        boolean fills(@Nullable Integer capacity) {
            return capacity != null && taken + ahead >= capacity;
        }
    }

    Mono<Crowd> crowd(Gathering event, String address);

    /** Who came or was missed at events that ended before, and was asked to here; each is answered once. */
    Flux<Registration> toThank(Instant endedBefore, Instant now, int limit);

    /** Everyone with any of these states, in the order in which they asked. */
    Flux<Registration> of(String eventId, RegistrationStatus... states);
}
