package dev.usher.invitation;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The customers as the customer book told them. */
public interface Customers {

    /** The one of that id; empty = not known (yet), or erased. */
    Mono<Customer> find(String id);

    /** Those of these ids that are known, asked for at once. */
    Flux<Customer> among(Collection<String> ids);

    /** Keeps this version unless a newer one is there; true = it was news. */
    Mono<Boolean> keep(Customer customer);

    /** Forgets it. */
    Mono<Void> erase(String id);
}
