package dev.usher.catalog.web;

import dev.usher.catalog.Event;
import dev.usher.catalog.Events;
import dev.usher.catalog.Events.Filter;
import dev.usher.catalog.Events.Listed;
import dev.usher.catalog.Events.Place;
import dev.usher.rest.Cursor;
import dev.usher.rest.Items;
import dev.usher.rest.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The catalogue, page by page. */
@RestController
class EventListApi {

    private static final int LARGEST_PAGE = 200;
    /** Events start in the years 1970 to 2999, in whatever zone. */
    private static final Instant EARLIEST = Instant.parse("1969-12-31T00:00:00Z");

    private static final Instant LATEST = Instant.parse("3000-01-02T00:00:00Z");

    private final Events events;
    private final Clock clock;

    EventListApi(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/api/events")
    Mono<Items<EventLine>> list(
            @RequestParam(required = false) @Nullable Boolean upcoming,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be between 1 and " + LARGEST_PAGE);
        }
        return events.list(new Filter(upcoming, clock.instant(), query, place(cursor), limit + 1))
                .collectList()
                .map(found -> Items.page(found, limit, EventListApi::cursor).map(EventLine::of));
    }

    private static String cursor(Listed last) {
        Event event = last.event();
        return Cursor.encode(event.details().startsAt().toInstant().toString(), event.id());
    }

    private static @Nullable Place place(@Nullable String cursor) {
        List<String> key = Cursor.decode(cursor, 2);
        return key.isEmpty() ? null : new Place(start(key.getFirst()), key.getLast());
    }

    private static Instant start(String said) {
        try {
            Instant start = Instant.parse(said);
            if (EARLIEST.isBefore(start) && start.isBefore(LATEST)) {
                return start;
            }
        } catch (DateTimeException foreign) {
            // answered like a time that no event has
        }
        throw Problem.badRequest("cursor", "is not a nextCursor of this list");
    }
}
