package dev.usher.messaging;

import dev.usher.contracts.Topics;
import dev.usher.contracts.Topics.Topic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgets ids that no record can bear any more. A record may be parked just before its topic lets it go, and live as long
 * again after its replay: so an id is kept for twice the retention. Ids of compacted topics are kept for ever.
 */
final class InboxPruning implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboxPruning.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(6);

    private final DatabaseClient database;
    private @Nullable Disposable running;

    InboxPruning(DatabaseClient database) {
        this.database = database;
    }

    /** How many ids were forgotten. */
    Mono<Long> prune() {
        return Flux.fromIterable(Topics.ALL)
                .filter(topic -> !topic.compacted())
                .concatMap(this::prune)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> prune(Topic topic) {
        return database.sql("""
                        delete from inbox where split_part(consumer_group, '.', 2) = $1
                        and handled_at < now() - make_interval(secs => $2)""")
                .bind("$1", topic.name())
                .bind("$2", (double) topic.retention().multipliedBy(2).toSeconds())
                .fetch()
                .rowsUpdated();
    }

    @Override
    public void start() {
        running = Flux.interval(FIRST, EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> prune().onErrorResume(e -> {
                    log.warn("the inbox was not pruned, next time in {}: {}", EVERY, e.toString());
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
