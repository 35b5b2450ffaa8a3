package dev.usher.delivery;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What stands against writing to a guest. */
public interface Standings {

    Mono<Standing> of(Guest guest, Instant now);
}
