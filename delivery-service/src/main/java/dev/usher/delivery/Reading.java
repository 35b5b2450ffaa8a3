package dev.usher.delivery;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What was answered 2xx elsewhere works here: a reader waits for this service's own projection, for 5 s in all. */
public final class Reading {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final long until = System.nanoTime() + PATIENCE.toNanos();

    /** One question with the whole patience to itself. */
    static <T> Mono<T> soon(Supplier<Mono<T>> question) {
        return Mono.defer(() -> new Reading().ask(question));
    }

    /** Asks at least once, and again until there is something or the patience is at its end; then empty. */
    <T> Mono<T> ask(Supplier<Mono<T>> question) {
        return Mono.defer(question)
                .repeatWhenEmpty(empties ->
                        empties.takeWhile(_ -> System.nanoTime() - until < 0).delayElements(PAUSE));
    }
}
