package dev.usher.matching;

import reactor.core.publisher.Mono;

/** The events that may be asked about. */
public interface Announced {

    /** Empty = unknown. */
    Mono<Version> find(String eventId);

    /** An older version changes nothing. A cancelled event has no ranking any more. */
    Mono<Void> save(String eventId, Version version);

    /** What is known of an event here. */
    record Version(int version, boolean cancelled) {}
}
