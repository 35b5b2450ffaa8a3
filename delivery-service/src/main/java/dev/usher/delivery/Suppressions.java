package dev.usher.delivery;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Addresses that are not written to again: they asked us to stop, or mail to them bounced for good. */
public interface Suppressions {

    /** The source of what no person asked for. */
    String BOUNCED = "BOUNCED";

    /** False where the address was there before; leaving wins over a bounce. */
    Mono<Boolean> add(String address, String invitationId, String source, Instant now);
}
