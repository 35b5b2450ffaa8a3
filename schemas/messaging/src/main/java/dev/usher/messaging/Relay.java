package dev.usher.messaging;

import dev.usher.messaging.MessagingSettings.Postgres;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Carries what the outbox's log says to Kafka for as long as the service lives. Of several replicas one relays, the
 * others wait for its lock. Whatever ends it, it begins again after a growing pause; it never stops quietly.
 */
final class Relay implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final Postgres database;
    private final Supplier<Producer<String, byte[]>> producers;
    private volatile boolean running;
    private volatile @Nullable RelayRun run;
    private volatile @Nullable Throwable failure;
    private @Nullable Thread thread;

    Relay(Postgres database, Supplier<Producer<String, byte[]>> producers) {
        this.database = database;
        this.producers = producers;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay").start(this::untilStopped);
    }

    /** The batch under way is finished if the broker answers; what is not acknowledged the next relay sends again. */
    @Override
    public void stop() {
        running = false;
        RelayRun last = run;
        if (last != null) {
            last.end(STOP_WITHIN);
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Up while it relays or waits for its turn. */
    @Override
    public Health health() {
        RelayRun now = run;
        return now != null && now.turn() != RelayRun.Turn.BEGINNING
                ? Health.up().withDetail("turn", now.turn()).build()
                : Health.down().withDetail("why", String.valueOf(failure)).build();
    }

    private void untilStopped() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            boolean relayed = once();
            if (running) {
                pause = relayed ? FIRST_PAUSE : longer(pause);
                log.error("the relay ended and begins again in {} ms", pause.toMillis(), failure);
                sleep(pause);
            }
        }
    }

    /** Whether it came to relaying before it ended. */
    private boolean once() {
        try (RelayRun now = new RelayRun(database, producers)) {
            run = now;
            failure = now.untilEnd();
            return now.turn() == RelayRun.Turn.RELAYING;
        } catch (Exception e) {
            failure = e;
            return false;
        } finally {
            run = null;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
