package dev.usher.invitation;

import reactor.core.publisher.Mono;

/** The events as the catalogue told them. */
public interface Events {

    /** The one of that id; empty = not known (yet). */
    Mono<Event> find(String id);

    /** Keeps this version unless a newer one is there; true = it was news. */
    Mono<Boolean> keep(Event event);
}
