package dev.usher.invitation;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Waits for our own projections: what another service answered 2xx works in the next call here. */
@Component
public class Known {

    private static final Duration EVERY = Duration.ofMillis(50);

    private final Events events;
    private final Customers customers;
    private final Rules rules;

    Known(Events events, Customers customers, Rules rules) {
        this.events = events;
        this.customers = customers;
        this.rules = rules;
    }

    /** The event, at this version or a newer one; empty = still unknown after the longest wait. */
    public Mono<Event> event(String id, int version) {
        return patiently(Mono.defer(() -> events.find(id)).filter(e -> e.version() >= version));
    }

    /** The customer; empty = still unknown after the longest wait. */
    public Mono<Customer> customer(String id) {
        return patiently(Mono.defer(() -> customers.find(id)));
    }

    /** Those of the customers that are known, waiting once for all. */
    public Mono<Map<String, Customer>> customers(Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        Mono<Map<String, Customer>> look =
                Mono.defer(() -> customers.among(wanted).collectMap(Customer::id));
        return patiently(look.filter(found -> found.size() == wanted.size())).switchIfEmpty(look);
    }

    /** Looks again and again, until it finds something or has waited for long enough: empty then. */
    public <T> Mono<T> patiently(Mono<T> look) {
        return look.repeatWhenEmpty(empty -> empty.take(rules.patience()).delayElements(EVERY));
    }
}
