package dev.usher.delivery;

import reactor.core.publisher.Mono;

/** The events known here: a projection of the topic, never older than what was seen before. */
public interface Gatherings {

    Mono<Gathering> find(String id);

    /** Locks the event, so that its seats are given away one after the other. Empty = unknown. */
    Mono<Gathering> lock(String id);

    /** Keeps the newer version; false where this one is no news. */
    Mono<Boolean> put(Gathering event);
}
