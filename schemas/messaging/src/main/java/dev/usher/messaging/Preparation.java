package dev.usher.messaging;

import dev.usher.contracts.Topics;
import dev.usher.contracts.Topics.Topic;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Brings about, in the background and until it succeeds, what the service relies on: topics exist, schemas are
 * registered, and it knows those of all that it may write. From then on it can write whatever becomes of the registry.
 * The service is ready only then.
 */
final class Preparation implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Preparation.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String service;
    private final KafkaAdmin kafka;
    private final Contracts contracts;
    private final Avro avro;
    private final boolean register;
    private volatile Health health =
            Health.down().withDetail("why", "not begun").build();
    private volatile Thread thread = new Thread();
    private volatile boolean stopped;

    /** @param service whose it is, as {@link Topics} names it */
    Preparation(String service, KafkaAdmin kafka, Contracts contracts, Avro avro, boolean register) {
        this.service = service;
        this.kafka = kafka;
        this.contracts = contracts;
        this.avro = avro;
        this.register = register;
    }

    @Override
    public void start() {
        stopped = false;
        thread = Thread.ofVirtual().name("preparation").start(this::untilReady);
    }

    @Override
    public void stop() {
        stopped = true; // for clients that swallow the interruption
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public Health health() {
        return health;
    }

    private void untilReady() {
        Duration wait = Duration.ofMillis(100);
        while (!stopped && !ready()) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException stopped) {
                return;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private boolean ready() {
        try {
            prepare();
            health = Health.up().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.warn("not ready yet: {}", e.toString());
            health = Health.down(e).build();
        }
        return health.getStatus().equals(Status.UP);
    }

    private void prepare() throws IOException, InterruptedException {
        if (!kafka.initialize()) {
            throw new Later("no broker answers");
        }
        if (register) {
            contracts.register();
        }
        for (Topic topic : Topics.ALL) {
            if (topic.isWrittenBy(service)) {
                avro.encode(topic.name(), Sample.of(topic));
            }
        }
    }
}
