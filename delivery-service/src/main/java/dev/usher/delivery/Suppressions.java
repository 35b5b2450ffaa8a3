package dev.usher.delivery;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Addresses that asked us to stop, for good. */
public interface Suppressions {

    /** False where the address was there before. */
    Mono<Boolean> add(String address, String invitationId, String source, Instant now);

    Mono<Boolean> holds(String address);
}
