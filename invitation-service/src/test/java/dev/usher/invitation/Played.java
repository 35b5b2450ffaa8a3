package dev.usher.invitation;

import dev.usher.contracts.Topics;
import dev.usher.messaging.Avro;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plays another service: hands every new record of a topic to the test's own reaction. */
final class Played<T extends SpecificRecord> implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean over;

    Played(String bootstrap, Avro avro, String topic, Class<T> type, Consumer<T> reaction) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", bootstrap));
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().daemon().start(() -> {
            while (!over) {
                consumer.poll(Duration.ofMillis(50)).forEach(r -> reaction.accept(avro.decode(topic, r.value(), type)));
            }
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        });
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join(5000);
    }
}
