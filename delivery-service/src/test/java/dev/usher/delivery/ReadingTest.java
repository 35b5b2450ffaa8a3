package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who reads waits for what was answered 2xx a moment ago, but not for ever. */
class ReadingTest {

    private final AtomicInteger asked = new AtomicInteger();

    private Mono<String> after(int times) {
        return Mono.fromSupplier(asked::incrementAndGet)
                .filter(count -> count > times)
                .map(String::valueOf);
    }

    private Mono<String> never() {
        return after(Integer.MAX_VALUE);
    }

    @Test
    void whatIsNotThereYetIsAskedForAgain() {
        assertThat(Reading.soon(() -> after(3)).block(Duration.ofSeconds(20))).isEqualTo("4");
    }

    @Test
    void questionsThatCameTogetherShareOnePatience() {
        Reading reading = new Reading();
        assertThat(reading.ask(this::never).blockOptional(Duration.ofSeconds(20)))
                .isEmpty();
        assertThat(asked).hasValueGreaterThan(1);
        asked.set(0);

        assertThat(reading.ask(this::never).blockOptional(Duration.ofSeconds(20)))
                .isEmpty();

        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }
}
