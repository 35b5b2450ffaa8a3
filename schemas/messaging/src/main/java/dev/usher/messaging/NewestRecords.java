package dev.usher.messaging;

import static java.util.stream.Collectors.toSet;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The newest record of each of some keys in a topic, by message id. Reads the topic from its beginning. */
final class NewestRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    NewestRecords(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** @return message ids by key; a key that the topic does not hold is absent */
    Map<ByteBuffer, String> ids(String topic, Collection<ConsumerRecord<byte[], byte[]>> like) {
        Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(toSet());
        Set<ByteBuffer> keys = like.stream().map(NewestRecords::key).collect(toSet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<ByteBuffer, String> newest = new HashMap<>();
        while (end.entrySet().stream().anyMatch(at -> consumer.position(at.getKey()) < at.getValue())) {
            for (var record : consumer.poll(POLL)) {
                ByteBuffer key = key(record);
                if (keys.contains(key)) {
                    newest.put(key, Headers.messageId(record));
                }
            }
        }
        return newest;
    }

    /** A record without key has none in common with any other: an empty one. */
    static ByteBuffer key(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(key);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
