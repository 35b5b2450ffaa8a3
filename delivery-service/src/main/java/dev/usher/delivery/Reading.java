package dev.usher.delivery;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What was answered 2xx elsewhere works here: a reader waits for this service's own projection. */
final class Reading {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Reading() {}

    /** Asks again until there is something, at most 5 s; then empty. */
    static <T> Mono<T> soon(Supplier<Mono<T>> question) {
        long times = PATIENCE.dividedBy(PAUSE);
        return Mono.defer(question)
                .repeatWhenEmpty(empties -> empties.take(times).delayElements(PAUSE))
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty());
    }
}
