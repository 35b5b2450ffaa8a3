package dev.usher.catalog;

import reactor.core.publisher.Mono;

/** How the other services hear of events. */
public interface Feed {

    /** Told if and only if the caller's transaction commits. */
    Mono<Void> tell(Event event);
}
