package dev.usher.messaging;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.usher.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The records of parked topics that were not replayed yet; the group's offsets say how far a replay has come. */
final class WaitingRecords implements AutoCloseable {

    private static final String GROUP = "usher.replay";
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    WaitingRecords(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Every topic that records are parked in. */
    List<String> topics() {
        return consumer.listTopics().keySet().stream()
                .filter(name -> name.endsWith(Topics.PARKED_SUFFIX))
                .sorted()
                .toList();
    }

    /**
     * Hands over what waits, as it stands now, in batches; what is parked meanwhile is left for the next time.
     *
     * @param after called with the offsets behind each batch once it was taken
     */
    void each(
            String topic,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> take,
            Consumer<Map<TopicPartition, OffsetAndMetadata>> after) {
        Map<TopicPartition, Long> next = begin(topic);
        Map<TopicPartition, Long> end = consumer.endOffsets(next.keySet());
        while (next.entrySet().stream().anyMatch(at -> at.getValue() < end.getOrDefault(at.getKey(), 0L))) {
            List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
            consumer.poll(POLL).forEach(batch::add);
            batch.removeIf(record -> record.offset() >= end.getOrDefault(partition(record), 0L));
            take.accept(batch);
            next.replaceAll((partition, at) -> consumer.position(partition));
            after.accept(next.entrySet().stream()
                    .collect(toMap(
                            Map.Entry::getKey,
                            at -> new OffsetAndMetadata(Math.min(at.getValue(), end.getOrDefault(at.getKey(), 0L))))));
        }
    }

    /** Remembers that everything before these offsets was replayed. */
    void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        consumer.commitSync(offsets);
    }

    private Map<TopicPartition, Long> begin(String topic) {
        Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(toSet());
        consumer.assign(partitions);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, OffsetAndMetadata> replayed = consumer.committed(partitions);
        Map<TopicPartition, Long> begin = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata at = replayed.get(partition);
            long from = Math.max(first.getOrDefault(partition, 0L), at == null ? 0 : at.offset());
            consumer.seek(partition, from);
            begin.put(partition, from);
        }
        return begin;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
