package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class KnownTest {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Duration ROUND_TRIP = Duration.ofMillis(40);

    private static final Rules RULES =
            new Rules(50, 0.5, 5, Duration.ofDays(7), PATIENCE, Duration.ofMillis(25), Duration.ofMinutes(1));

    /** Nobody but DataFlow is known, and every question takes its time. */
    private static final class Slow implements Customers {

        @Override
        public Mono<Customer> find(String id) {
            return Mono.delay(ROUND_TRIP).then(Mono.empty());
        }

        @Override
        public Flux<Customer> among(Collection<String> ids) {
            return Mono.delay(ROUND_TRIP).thenMany(Flux.just(Cast.dataFlow()));
        }

        @Override
        public Mono<Boolean> keep(Customer customer) {
            return Mono.just(false);
        }

        @Override
        public Mono<Void> erase(String id) {
            return Mono.empty();
        }
    }

    private static final class NoEvents implements Events {

        @Override
        public Mono<Event> find(String id) {
            return Mono.empty();
        }

        @Override
        public Mono<Boolean> keep(Event event) {
            return Mono.just(false);
        }
    }

    @Test
    void threeHundredUnknownCustomersAreWaitedForNoLongerThanOne() {
        List<String> ids =
                IntStream.rangeClosed(1, 300).mapToObj(n -> "nobody-" + n).toList();
        Instant begun = Instant.now();
        Map<String, Customer> found = new Known(new NoEvents(), new Slow(), RULES)
                .customers(ids)
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();
        assertThat(found).containsOnlyKeys("dataflow");
        // One after the other, or eight at a time, they would take many times as long.
        assertThat(Duration.between(begun, Instant.now())).isBetween(PATIENCE, PATIENCE.multipliedBy(4));
    }

    @Test
    void whoIsKnownIsNotWaitedFor() {
        Map<String, Customer> found = new Known(new NoEvents(), new Slow(), RULES)
                .customers(List.of("dataflow"))
                .block(Duration.ofSeconds(1));
        assertThat(found).containsOnlyKeys("dataflow");
    }
}
