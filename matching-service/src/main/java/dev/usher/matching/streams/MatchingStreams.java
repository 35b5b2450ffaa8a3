package dev.usher.matching.streams;

import dev.usher.messaging.Ending;
import dev.usher.messaging.Later;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;

/** Runs the stream from the moment its topics exist until the service ends; ready once every partition is restored. */
final class MatchingStreams implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(MatchingStreams.class);
    private static final Duration FAREWELL = Duration.ofSeconds(8);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Topology topology;
    private final Properties settings;
    private final HealthIndicator preparation;
    private final Ending ending;
    private volatile @Nullable KafkaStreams streams;
    private volatile Thread waiting = new Thread();
    private volatile boolean stopping;

    /** @param preparation up once topics exist and schemas are known */
    MatchingStreams(Topology topology, Properties settings, HealthIndicator preparation, Ending ending) {
        this.topology = topology;
        this.settings = settings;
        this.preparation = preparation;
        this.ending = ending;
    }

    @Override
    public void start() {
        stopping = false;
        waiting = Thread.ofVirtual().name("matching-begins").start(this::begin);
    }

    @Override
    public void stop() {
        stopping = true;
        waiting.interrupt();
        KafkaStreams running = streams;
        if (running != null) {
            running.close(FAREWELL);
        }
        streams = null;
    }

    @Override
    public boolean isRunning() {
        return waiting.isAlive() || streams != null;
    }

    @Override
    public Health health() {
        KafkaStreams running = streams;
        String state = running == null ? "not begun" : running.state().name();
        boolean up = running != null && running.state() == State.RUNNING;
        return Health.status(up ? Status.UP : Status.OUT_OF_SERVICE)
                .withDetail("streams", state)
                .build();
    }

    private void begin() {
        try {
            while (!prepared()) {
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException stopped) {
            return;
        }
        KafkaStreams made = new KafkaStreams(topology, settings);
        made.setUncaughtExceptionHandler(this::failed);
        made.setStateListener((now, before) -> changed(now));
        streams = made;
        made.start();
    }

    private boolean prepared() {
        Health health = preparation.health();
        return health != null && health.getStatus().equals(Status.UP);
    }

    /** What is only away is tried again by a new thread, from the last commit on; anything else ends the process. */
    private StreamThreadExceptionResponse failed(Throwable failure) {
        if (Later.isLater(failure)) {
            log.warn("a stream thread begins again: {}", failure.toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        log.error("the stream cannot go on", failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void changed(State now) {
        if (now == State.ERROR && !stopping) {
            ending.because("the stream ended in an error", null);
        }
    }
}
