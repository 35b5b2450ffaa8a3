package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Patience with what may be on its way. */
class AskingTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration SLOW = Duration.ofMillis(250);

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void patienceEndsOnTimeHoweverLongEachLookTakes() {
        assertThat(asking(new Shy(Integer.MAX_VALUE)).relevant("e", 0, null, 1).block())
                .isEqualTo(new Asking.Answer.UnknownEvent());
        assertThat(looks).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void whatShowsItselfMeanwhileIsFound() {
        assertThat(asking(new Shy(2)).relevant("e", 0, null, 1).block())
                .isEqualTo(new Asking.Answer.Complete(List.of(), List.of()));
        assertThat(looks).hasValue(2);
    }

    private static Asking asking(Announced events) {
        MatchingSettings settings =
                new MatchingSettings(2, Duration.ofSeconds(30), 0.5, 0.45, 50, Duration.ofDays(90), PATIENCE);
        return new Asking(events, new Nothing(), new Nothing(), new Nothing(), settings);
    }

    /** Takes its time and shows a cancelled event only to who looks often enough. */
    private final class Shy implements Announced {

        private final int from;

        Shy(int from) {
            this.from = from;
        }

        @Override
        public Mono<Version> find(String eventId) {
            return Mono.delay(SLOW)
                    .flatMap(slept -> looks.incrementAndGet() < from ? Mono.empty() : Mono.just(new Version(1, true)));
        }

        @Override
        public Mono<Void> save(String eventId, Version version) {
            throw new UnsupportedOperationException();
        }
    }

    /** Nobody asks these of an event that is unknown or cancelled. */
    private static final class Nothing implements Rankings, Audiences, Log {

        @Override
        public Mono<Void> save(Page page) {
            return unasked();
        }

        @Override
        public Mono<List<String>> complete(String list, int version) {
            return unasked();
        }

        @Override
        public Mono<Void> forget(String list) {
            return unasked();
        }

        @Override
        public Flux<Relevant> best(String list, double minScore, @Nullable Place after, int limit) {
            return Flux.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Question> remember(String id, Question question) {
            return unasked();
        }

        @Override
        public Mono<Question> find(String id) {
            return unasked();
        }

        @Override
        public Mono<Void> append(List<Customer> customers) {
            return unasked();
        }

        @Override
        public Mono<Void> append(String customerId, Interest shown) {
            return unasked();
        }

        @Override
        public Mono<Void> ask(Question question) {
            return unasked();
        }

        private static <T> Mono<T> unasked() {
            return Mono.error(new UnsupportedOperationException());
        }
    }
}
