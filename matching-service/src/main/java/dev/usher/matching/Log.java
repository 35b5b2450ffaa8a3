package dev.usher.matching;

import java.util.List;
import reactor.core.publisher.Mono;

/** What matching writes to its topics when a door asks for it. Done = the broker has it. */
public interface Log {

    /** Each under an id made of customer and version. */
    Mono<Void> append(List<Customer> customers);

    /** Under the interest's own id. */
    Mono<Void> append(String customerId, Interest shown);

    /** Asks every partition. */
    Mono<Void> ask(Question question);
}
