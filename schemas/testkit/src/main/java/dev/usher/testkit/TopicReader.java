package dev.usher.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads one topic from its beginning, once; in no group, and only what is committed. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private @Nullable Seen<byte[]> lastSeen;

    TopicReader(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All from here to what is the end now, oldest first. */
    List<Seen<byte[]>> toEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Seen<byte[]>> all = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            all.addAll(poll());
        }
        all.sort(Comparator.comparing(Seen::at));
        return all;
    }

    /** The first that passes; empty when none came in time. */
    <T> Optional<Seen<T>> await(Function<Seen<byte[]>, Seen<T>> decode, Predicate<Seen<T>> wanted, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Seen<T>> found = poll().stream().map(decode).filter(wanted).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** For the message of a test that waited in vain. */
    @Nullable Seen<byte[]> lastSeen() {
        return lastSeen;
    }

    private List<Seen<byte[]>> poll() {
        List<Seen<byte[]>> records = new ArrayList<>();
        consumer.poll(POLL).forEach(record -> records.add(Seen.of(record)));
        lastSeen = records.isEmpty() ? lastSeen : records.getLast();
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
