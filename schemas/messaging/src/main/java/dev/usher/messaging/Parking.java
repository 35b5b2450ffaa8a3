package dev.usher.messaging;

import dev.usher.contracts.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The parked records of every topic: what waits there and why, and sending it back. Plain Kafka clients, no Spring: a
 * command uses it from outside the services.
 */
public final class Parking {

    /** What the listener container adds to a parked record; it does not go back with it. */
    private static final String CONTAINERS_OWN = "kafka_dlt-";

    private static final Set<String> PARKERS_OWN = Set.of(Headers.PARKED_CAUSE, Headers.PARKED_PARTITION);

    private static final int LARGEST_RECORD = 5 * 1024 * 1024;

    private final String bootstrapServers;

    public Parking(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** How many records wait to be replayed, by topic and cause. */
    public List<Parked> list() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        try (var waiting = new WaitingRecords(bootstrapServers)) {
            for (String topic : waiting.topics()) {
                waiting.each(topic, batch -> batch.forEach(record -> count(counts, record)), offsets -> {});
            }
        }
        return counts.entrySet().stream()
                .flatMap(topic -> topic.getValue().entrySet().stream()
                        .map(cause -> new Parked(topic.getKey(), cause.getKey(), cause.getValue())))
                .toList();
    }

    /**
     * Sends the waiting records of a topic back to it: same partition, key and bytes, and the message id they had, so
     * that whoever has handled them already does nothing. Done again, it does nothing. What a compacted topic holds a
     * newer record of by now stays behind.
     *
     * @param topic the source, or the parked topic itself
     */
    public Replayed replay(String topic) {
        String source = source(topic);
        List<Replayed> done = new ArrayList<>();
        try (var waiting = new WaitingRecords(bootstrapServers);
                var producer = producer()) {
            waiting.each(
                    source + Topics.PARKED_SUFFIX,
                    batch -> {
                        var current = current(source, batch);
                        done.add(new Replayed(sendBack(producer, source, current), batch.size() - current.size()));
                    },
                    waiting::commit);
        }
        return done.stream().reduce(new Replayed(0, 0), Replayed::plus);
    }

    private List<ConsumerRecord<byte[], byte[]>> current(String source, List<ConsumerRecord<byte[], byte[]>> batch) {
        boolean compacted = Topics.ALL.stream().anyMatch(topic -> topic.name().equals(source) && topic.compacted());
        if (!compacted || batch.isEmpty()) {
            return batch;
        }
        try (var newest = new NewestRecords(bootstrapServers)) {
            Map<ByteBuffer, String> ids = newest.ids(source, batch);
            return batch.stream()
                    .filter(parked -> {
                        String id = Headers.messageId(parked);
                        return ids.getOrDefault(NewestRecords.key(parked), id).equals(id);
                    })
                    .toList();
        }
    }

    private static int sendBack(
            Producer<byte[], byte[]> producer, String source, List<ConsumerRecord<byte[], byte[]>> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        int partitions = producer.partitionsFor(source).size();
        var sent = batch.stream()
                .map(record -> producer.send(original(source, partitions, record)))
                .toList();
        producer.flush();
        sent.forEach(Parking::requireAcknowledged);
        return batch.size();
    }

    private static ProducerRecord<byte[], byte[]> original(
            String source, int partitions, ConsumerRecord<byte[], byte[]> parked) {
        var record = new ProducerRecord<>(source, origin(parked, partitions), parked.key(), parked.value());
        for (Header header : parked.headers()) {
            if (!header.key().startsWith(CONTAINERS_OWN) && !PARKERS_OWN.contains(header.key())) {
                record.headers().add(header);
            }
        }
        return record;
    }

    /** Null for a record that another than us has parked, whatever it says: its key then finds the partition. */
    private static @Nullable Integer origin(ConsumerRecord<byte[], byte[]> parked, int partitions) {
        String said = Headers.text(parked, Headers.PARKED_PARTITION);
        if (said == null || !said.matches("[0-9]{1,6}")) {
            return null;
        }
        int partition = Integer.parseInt(said);
        return partition < partitions ? partition : null;
    }

    private static void requireAcknowledged(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused a record: nothing of its batch counts as replayed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void count(Map<String, Map<String, Long>> counts, ConsumerRecord<byte[], byte[]> record) {
        String cause = Headers.text(record, Headers.PARKED_CAUSE);
        counts.computeIfAbsent(source(record.topic()), topic -> new TreeMap<>())
                .merge(cause == null ? "unknown" : cause, 1L, Long::sum);
    }

    private static String source(String topic) {
        return topic.endsWith(Topics.PARKED_SUFFIX)
                ? topic.substring(0, topic.length() - Topics.PARKED_SUFFIX.length())
                : topic;
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
