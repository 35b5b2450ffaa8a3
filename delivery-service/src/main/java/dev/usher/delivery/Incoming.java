package dev.usher.delivery;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What others tell of events and customers; each runs in the transaction of its record. */
@Service
public class Incoming {

    private final Gatherings gatherings;
    private final Companies companies;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final EventCare care;

    Incoming(Gatherings gatherings, Companies companies, Deliveries deliveries, Ledger ledger, EventCare care) {
        this.gatherings = gatherings;
        this.companies = companies;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.care = care;
    }

    /** A cancelled event calls back what has not begun to be sent; a moved one is told to those who come. */
    public Mono<Void> event(Gathering event) {
        return gatherings
                .lock(event.id())
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(before -> gatherings.put(event).filter(newer -> newer).flatMap(_ -> follow(before, event)));
    }

    private Mono<Void> follow(List<Gathering> before, Gathering event) {
        Mono<Void> callBack = event.cancelled()
                ? stop(deliveries.pendingOf(event.id()), State.WITHDRAWN, "the event was cancelled")
                : Mono.empty();
        return callBack.then(Flux.fromIterable(before)
                .concatMap(old -> care.changed(old, event))
                .then());
    }

    /** An opt-out refuses what has not begun to be sent. */
    public Mono<Void> customer(Company company) {
        List<String> out = company.people().stream()
                .filter(Company.Person::optedOut)
                .map(person -> Guest.keyOf(person.email()))
                .toList();
        return companies.put(company).then(stop(deliveries.pendingTo(out), State.REFUSED, "the contact opted out"));
    }

    /** A tombstone: nothing more is sent to these people. */
    public Mono<Void> erased(String customerId) {
        return companies
                .erase(customerId)
                .flatMap(addresses -> stop(deliveries.pendingTo(addresses), State.REFUSED, "the customer was erased"));
    }

    private Mono<Void> stop(Flux<Delivery> pending, State end, String why) {
        return pending.collectList()
                .flatMapMany(Flux::fromIterable)
                .filter(delivery -> delivery.mail().kind() != Kind.CANCELLATION || end == State.REFUSED)
                .concatMap(delivery -> ledger.ended(delivery, end, why))
                .then();
    }
}
