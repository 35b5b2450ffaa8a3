package dev.usher.delivery;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What is told of customers; each runs in the transaction of its record. */
@Service
public class CustomerNews {

    private static final String ERASED = "the customer was erased";

    private final Companies companies;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Agenda agenda;
    private final Clock clock;

    CustomerNews(Companies companies, Deliveries deliveries, Ledger ledger, Agenda agenda, Clock clock) {
        this.companies = companies;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** An opt-out refuses what has not begun to be sent. */
    public Mono<Void> customer(Company company) {
        List<String> out = company.people().stream()
                .filter(Company.Person::optedOut)
                .map(person -> Guest.keyOf(person.email()))
                .toList();
        return companies
                .put(company)
                .then(ledger.ended(deliveries.pendingTo(out), State.REFUSED, "the contact opted out"));
    }

    /** A tombstone: nothing more is sent to its people on its behalf. */
    public Mono<Void> erased(String customerId) {
        return companies
                .erase(customerId, clock.instant())
                .then(ledger.ended(deliveries.pendingOfCustomer(customerId), State.REFUSED, ERASED))
                .then(agenda.callOffAll(customerId, ERASED));
    }
}
