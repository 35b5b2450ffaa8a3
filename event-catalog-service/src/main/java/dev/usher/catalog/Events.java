package dev.usher.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every event there is, each at its latest version. */
public interface Events {

    /** Empty = unknown. */
    Mono<Event> find(String id);

    /**
     * The event as it stands, with its id kept from every other caller until the transaction ends, whether or not there
     * is such an event yet.
     *
     * @return empty = unknown
     */
    Mono<Event> lock(String id);

    /** Keeps a new version; the caller holds the lock. */
    Mono<Void> save(Event event);

    /** By start, then id. Events come without their sessions, which may be many. */
    Flux<Listed> list(Filter filter);

    /**
     * @param upcoming true = neither over nor cancelled at {@code now}; false = the others; null = all
     * @param query words, each of which name, series, topics or city contain, without regard to case; empty = all
     * @param after the last event of the page before; null = from the beginning
     * @param limit at most so many
     */
    record Filter(
            @Nullable Boolean upcoming,
            Instant now,
            String query,
            @Nullable Place after,
            int limit) {}

    /** Where an event stands in the list. */
    record Place(Instant startsAt, String id) {}

    /**
     * @param event with an empty agenda
     * @param sessionCount how many sessions its agenda has
     */
    record Listed(Event event, int sessionCount) {}
}
