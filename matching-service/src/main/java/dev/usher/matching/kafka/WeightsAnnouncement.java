package dev.usher.matching.kafka;

import dev.usher.contracts.Topics;
import dev.usher.matching.Agendas;
import dev.usher.matching.Weights;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Publishes the weights in force, once per version. */
@Component
class WeightsAnnouncement implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WeightsAnnouncement.class);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Agendas agendas;
    private final KafkaLog kafka;
    private final ConsumerFactory<String, byte[]> consumers;
    private final HealthIndicator preparation;
    private volatile Thread thread = new Thread();

    WeightsAnnouncement(
            Agendas agendas,
            KafkaLog kafka,
            ConsumerFactory<String, byte[]> consumers,
            @Qualifier("contracts") HealthIndicator preparation) {
        this.agendas = agendas;
        this.kafka = kafka;
        this.consumers = consumers;
        this.preparation = preparation;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("weights").start(this::announce);
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void announce() {
        try {
            while (!done()) {
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean done() {
        var health = preparation.health();
        if (health == null || !health.getStatus().equals(Status.UP)) {
            return false;
        }
        try {
            Weights weights = agendas.weights();
            if (!published(weights.version())) {
                kafka.publish(weights).block(PATIENCE);
            }
            return true;
        } catch (RuntimeException away) {
            log.warn("the weights are not published yet: {}", away.toString());
            return false;
        }
    }

    private boolean published(String version) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "weights", "")) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.MATCHING_WEIGHTS, PATIENCE).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all, PATIENCE);
            while (all.stream().anyMatch(part -> consumer.position(part, PATIENCE) < ends.getOrDefault(part, 0L))) {
                if (StreamSupport.stream(consumer.poll(GLANCE).spliterator(), false)
                        .map(ConsumerRecord::key)
                        .anyMatch(version::equals)) {
                    return true;
                }
            }
            return false;
        }
    }
}
