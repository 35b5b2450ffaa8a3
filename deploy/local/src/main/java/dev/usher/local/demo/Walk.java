package dev.usher.local.demo;

import dev.usher.contracts.Topics;
import dev.usher.local.client.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Shows the records of one customer as they pass through Kafka, topic by topic, from now on. */
final class Walk implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Terminal terminal;
    private final Thread reader;
    private volatile boolean closing;
    private volatile String followed = "";

    Walk(String broker, Terminal terminal) {
        this.terminal = terminal;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "enable.auto.commit", "false", "fetch.max.wait.ms", "50"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = Topics.ALL.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toList());
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        this.reader = Thread.ofPlatform().daemon().name("walk").start(this::read);
    }

    /** From now on the records with this key are shown. */
    void follow(String key) {
        followed = key;
    }

    private void read() {
        try {
            while (!closing) {
                consumer.poll(POLL).forEach(this::show);
            }
        } catch (InterruptException stop) {
            Thread.currentThread().interrupt();
        } finally {
            consumer.close();
        }
    }

    private void show(ConsumerRecord<String, byte[]> passing) {
        if (followed.equals(passing.key())) {
            int bytes = passing.value() == null ? 0 : passing.value().length;
            terminal.step("   Kafka  %-20s %s, %,d bytes".formatted(passing.topic(), passing.key(), bytes));
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
