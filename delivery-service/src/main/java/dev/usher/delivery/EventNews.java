package dev.usher.delivery;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is told of events; runs in the transaction of its record. */
@Service
public class EventNews {

    private final Gatherings gatherings;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final EventCare care;
    private final Seats seats;

    EventNews(Gatherings gatherings, Deliveries deliveries, Ledger ledger, EventCare care, Seats seats) {
        this.gatherings = gatherings;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.care = care;
        this.seats = seats;
    }

    /**
     * A cancelled event calls back what has not begun to be sent; a moved one is told to those who come; a bigger one has
     * seats for who waits.
     */
    public Mono<Void> event(Gathering event) {
        return gatherings
                .lock(event.id())
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(before -> gatherings.put(event).filter(newer -> newer).flatMap(_ -> follow(before, event)));
    }

    private Mono<Void> follow(List<Gathering> before, Gathering event) {
        Flux<Delivery> moot =
                deliveries.pendingOf(event.id()).filter(mail -> mail.mail().kind() != Kind.CANCELLATION);
        Mono<Void> callBack =
                event.cancelled() ? ledger.ended(moot, State.WITHDRAWN, "the event was cancelled") : Mono.empty();
        return callBack.then(Flux.fromIterable(before)
                .concatMap(old -> care.changed(old, event).then(Mono.defer(() -> seats.fill(event))))
                .then());
    }
}
