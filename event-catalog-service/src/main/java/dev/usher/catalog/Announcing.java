package dev.usher.catalog;

import dev.usher.catalog.Outcome.Published;
import dev.usher.catalog.Outcome.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Announces, changes and cancels events: the hall behind both doors. Each call is one transaction, or joins the
 * caller's, and either keeps the new version and tells it or does neither.
 */
@Service
public class Announcing {

    /** What an announcement means whose id is known already. */
    public enum IfKnown {
        CHANGE,
        REFUSE
    }

    private final Events events;
    private final Feed feed;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Announcing(Events events, Feed feed, Ids ids, Clock clock, TransactionalOperator transaction) {
        this.events = events;
        this.feed = feed;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** An announcement without an id is given one. */
    public Mono<Outcome> announce(Announcement said, IfKnown ifKnown) {
        return understood(
                Reading.of(said),
                (id, details) -> announce(id.orElseGet(() -> ids.next(details.name())), details, ifKnown));
    }

    /** The announcement need not repeat the id. */
    public Mono<Outcome> change(String id, Announcement said, Expected expected) {
        return understood(
                Reading.of(id, said), (same, details) -> decided(id, expected, event -> event.changed(details, now())));
    }

    /**
     * @param why for the guests; null or blank = not told
     */
    public Mono<Outcome> cancel(String id, @Nullable String why, Expected expected) {
        Form form = Form.empty();
        String because = form.text("why", why);
        return form.hasFaults()
                ? invalid(form.faults())
                : decided(id, expected, event -> event.cancelled(because, now()));
    }

    private Mono<Outcome> announce(String id, Details details, IfKnown ifKnown) {
        return decided(
                id,
                known -> known.map(event -> again(event, details, ifKnown))
                        .orElseGet(() -> Event.announced(id, details, now())));
    }

    private Outcome again(Event event, Details said, IfKnown ifKnown) {
        return switch (ifKnown) {
            case CHANGE -> event.changed(said, now());
            case REFUSE -> new Refused(new Refusal.Taken(event.id()));
        };
    }

    private static Mono<Outcome> understood(
            Reading reading, BiFunction<Optional<String>, Details, Mono<Outcome>> next) {
        return switch (reading) {
            case Reading.Clear(var id, var details) -> next.apply(id, details);
            case Reading.Unclear(var faults) -> invalid(faults);
        };
    }

    private static Mono<Outcome> invalid(List<Fault> faults) {
        return Mono.just(new Refused(new Refusal.Invalid(faults)));
    }

    private Mono<Outcome> decided(String id, Expected expected, Function<Event, Outcome> decision) {
        return decided(
                id,
                known -> known.map(event -> expected.met(event)
                                ? decision.apply(event)
                                : new Refused(new Refusal.Stale(id, event.version())))
                        .orElseGet(() -> new Refused(new Refusal.Unknown(id))));
    }

    private Mono<Outcome> decided(String id, Function<Optional<Event>, Outcome> decision) {
        return events.lock(id)
                .singleOptional()
                .map(decision)
                .flatMap(outcome -> outcome instanceof Published(Event event)
                        ? told(event).thenReturn(outcome)
                        : Mono.just(outcome))
                .as(transaction::transactional);
    }

    private Mono<Void> told(Event event) {
        return events.save(event).then(feed.tell(event));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
