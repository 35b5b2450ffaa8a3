package dev.usher.local.bench;

import dev.usher.local.client.Addresses;
import dev.usher.local.client.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The floor of a chat turn: one request through the gateway, and the two records a draft takes through bare Kafka. */
final class BareHops implements AutoCloseable {

    private static final int RECORD_BYTES = 4_000;
    private static final int HOPS = 2;

    private final String topic = "bench-floor-" + System.nanoTime();
    private final Api api;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    BareHops(Addresses addresses) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", addresses.broker(), "acks", "all", "fetch.max.wait.ms", "500");
        this.api = new Api(addresses.usher());
        this.admin = Admin.create(settings);
        await(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** One turn, nanoseconds. */
    long turn() {
        long began = System.nanoTime();
        api.get("/api/events?limit=1");
        for (int hop = 0; hop < HOPS; hop++) {
            await(producer.send(new ProducerRecord<>(topic, new byte[RECORD_BYTES])));
            awaitOne();
        }
        return System.nanoTime() - began;
    }

    private void awaitOne() {
        int seen = 0;
        while (seen == 0) {
            seen = consumer.poll(Duration.ofMillis(500)).count();
        }
    }

    private static void await(java.util.concurrent.Future<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        await(admin.deleteTopics(List.of(topic)).all());
        admin.close();
    }
}
