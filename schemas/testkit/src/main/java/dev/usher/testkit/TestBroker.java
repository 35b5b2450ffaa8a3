package dev.usher.testkit;

import dev.usher.messaging.Avro;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The other end of every topic: writes as other services do, reads as analytics does. Reading starts at the beginning of
 * the topic, so a test meets the records of those before it; let it look for ids of its own.
 */
public final class TestBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap;
    private final Avro avro;
    private final KafkaProducer<String, byte[]> producer;

    TestBroker(String bootstrap, Avro avro) {
        this.bootstrap = bootstrap;
        this.avro = avro;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.request.size", 5 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends it with a message id of its own and answers that id; the subject must be registered. */
    public String send(String topic, String key, SpecificRecord value) {
        String id = UUID.randomUUID().toString();
        send(topic, key, value, id);
        return id;
    }

    /** Sends it under this message id. */
    public void send(String topic, String key, SpecificRecord value, String messageId) {
        sendBytes(topic, key, avro.encode(topic, value), Map.of("message-id", messageId));
    }

    /** Sends exactly these bytes (null is a tombstone) with these headers and no others; waits for the broker. */
    public void sendBytes(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, null, null, key, value, HeaderTexts.toHeaders(headers));
        try {
            producer.send(message).get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("the broker did not take a record for " + topic, failed);
        }
    }

    /** What a service would send for this value. */
    public byte[] encode(String topic, SpecificRecord value) {
        return avro.encode(topic, value);
    }

    /** Everything in the topic at this moment. */
    public <T extends SpecificRecord> List<Seen<T>> records(String topic, Class<T> type) {
        try (TopicReader reader = new TopicReader(bootstrap, topic)) {
            return reader.toEnd().stream().map(record -> decoded(record, type)).toList();
        }
    }

    /** Everything in the topic at this moment, not decoded: for parked records and wire formats. */
    public List<Seen<byte[]>> bytes(String topic) {
        try (TopicReader reader = new TopicReader(bootstrap, topic)) {
            return reader.toEnd();
        }
    }

    /** The first record that passes, waiting up to 60 s for it. */
    public <T extends SpecificRecord> Seen<T> awaitRecord(String topic, Class<T> type, Predicate<Seen<T>> wanted) {
        try (TopicReader reader = new TopicReader(bootstrap, topic)) {
            Optional<Seen<T>> found = reader.await(record -> decoded(record, type), wanted, PATIENCE);
            return found.orElseThrow(() -> missing(topic, reader));
        }
    }

    /** The first record that passes, not decoded, waiting up to 60 s for it. */
    public Seen<byte[]> awaitBytes(String topic, Predicate<Seen<byte[]>> wanted) {
        try (TopicReader reader = new TopicReader(bootstrap, topic)) {
            return reader.await(record -> record, wanted, PATIENCE).orElseThrow(() -> missing(topic, reader));
        }
    }

    /** Makes a topic that is not of the contract; one that is there already is a failure. */
    public void createTopic(String name, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("the topic " + name + " cannot be made", failed);
        }
    }

    private <T extends SpecificRecord> Seen<T> decoded(Seen<byte[]> record, Class<T> type) {
        byte[] value = record.value();
        return record.with(value == null ? null : avro.decode(record.topic(), value, type));
    }

    private static AssertionError missing(String topic, TopicReader reader) {
        return new AssertionError("no such record came to " + topic + " within " + PATIENCE.toSeconds()
                + " s; its last: " + reader.lastSeen());
    }

    /**
     * Waits, a minute at most, until the group has committed all that lies in the topic now: records of two topics have
     * no order among them, so what must come first is awaited.
     */
    public void awaitTakenIn(String group, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, Long> ends = ends(admin, topic);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> hasReached(admin, group, ends));
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic) {
        try {
            Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
            admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(described -> described.partitions().stream())
                    .forEach(partition ->
                            newest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(newest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean hasReached(Admin admin, String group, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata at = committed.get(end.getKey());
            return end.getValue() == 0 || (at != null && at.offset() >= end.getValue());
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        avro.close();
    }
}
