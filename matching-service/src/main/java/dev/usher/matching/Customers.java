package dev.usher.matching;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The customers as they can be asked for; the log is what made them. */
public interface Customers {

    Mono<Customer> find(String id);

    Flux<Customer> find(Collection<String> ids);

    /** In the caller's transaction: until its end nobody else changes these, whether they exist or not. */
    Mono<Void> lock(Collection<String> ids);

    /** What is older than what is known changes nothing. */
    Mono<Void> save(List<Customer> customers);

    /**
     * As the log says, in a transaction of its own: a reader of the log meets customers in another order than a writer
     * of the book locks them, and must not hold one while it waits for the next.
     */
    Mono<Void> follow(Customer logged);

    /** Likewise. */
    Mono<Void> erase(String id);

    /** By name. @param after id of the customer after which to go on; null = from the beginning */
    Flux<Customer> list(@Nullable String after, int limit);

    /** An exact id, name or alias first, then the nearest names. */
    Flux<Customer> search(String words, int skip, int limit);
}
