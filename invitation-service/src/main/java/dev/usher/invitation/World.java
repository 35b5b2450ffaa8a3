package dev.usher.invitation;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What we know of events and customers, and nothing we decide. */
@Component
public class World {

    private final Events events;
    private final Customers customers;
    private final Invitations invitations;

    World(Events events, Customers customers, Invitations invitations) {
        this.events = events;
        this.customers = customers;
        this.invitations = invitations;
    }

    Mono<Event> event(String id) {
        return events.find(id);
    }

    Mono<Customer> customer(String id) {
        return customers.find(id);
    }

    Mono<Boolean> keep(Event event) {
        return events.keep(event);
    }

    Mono<Boolean> keep(Customer customer) {
        return customers.keep(customer);
    }

    /** Forgets the customer, and the people in the mails that were written to it. */
    Mono<Void> erase(String customerId) {
        return customers.erase(customerId).then(invitations.erase(customerId));
    }
}
