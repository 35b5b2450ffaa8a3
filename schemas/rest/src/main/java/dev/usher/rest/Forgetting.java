package dev.usher.rest;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets, every hour, the answers given so long ago that nobody repeats his question. */
final class Forgetting implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Duration after;
    private final GivenAnswers answers;
    private final Clock clock;
    private @Nullable Disposable running;

    Forgetting(Duration after, GivenAnswers answers, Clock clock) {
        this.after = after;
        this.answers = answers;
        this.clock = clock;
    }

    /** How many were forgotten. */
    Mono<Long> forget() {
        return Mono.defer(() -> answers.forget(clock.instant().minus(after)));
    }

    @Override
    public void start() {
        running = Flux.interval(FIRST, EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> forget().onErrorResume(e -> {
                    log.warn("old answers were not forgotten, next time in {}: {}", EVERY, e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null && !running.isDisposed();
    }
}
