package dev.usher.invitation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What we know of events, customers and who must not be written to, and nothing we decide. */
@Component
public class World {

    private final Events events;
    private final Customers customers;
    private final Suppressions suppressions;
    private final Invitations invitations;

    World(Events events, Customers customers, Suppressions suppressions, Invitations invitations) {
        this.events = events;
        this.customers = customers;
        this.suppressions = suppressions;
        this.invitations = invitations;
    }

    Mono<Event> event(String id) {
        return events.find(id);
    }

    Mono<Customer> customer(String id) {
        return customers.find(id);
    }

    /** Why nobody may write to this person any more; empty = people may. */
    Mono<Optional<String>> unreachable(Customer.Contact contact) {
        return suppressions
                .among(List.of(Policy.address(contact)))
                .map(suppressed -> Policy.unreachable(contact, suppressed));
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
