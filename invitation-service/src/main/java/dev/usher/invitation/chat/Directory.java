package dev.usher.invitation.chat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Finds customers and events by what people call them. */
public interface Directory {

    /**
     * Somebody or something by that name.
     *
     * @param likeness 0..1; 1 = exactly so, without regard to case
     * @param coming false for an event that is over or cancelled
     */
    record Named(String id, String name, double likeness, boolean exact, boolean coming) {}

    /** Customers whose id, name or alias is exactly one of these (lower case). */
    Mono<Map<String, List<Named>>> customers(Collection<String> names);

    /** Customers with the likest names, likest first; a few. */
    Mono<List<Named>> customersLike(String name);

    /** Events by exact id or name, and those with the likest names, likest first; a few. */
    Mono<List<Named>> events(String name, Instant now);

    /** The next events to come, soonest first. */
    Mono<List<Named>> coming(Instant now, int limit);
}
