package dev.usher.testkit;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as a test sees it in its topic.
 *
 * @param value null for a tombstone
 * @param headers by name, as text; of several with one name the last
 * @param at the record's timestamp
 */
public record Seen<T>(
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable T value,
        Map<String, String> headers,
        Instant at) {

    static Seen<byte[]> of(ConsumerRecord<String, byte[]> record) {
        return new Seen<byte[]>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                HeaderTexts.of(record.headers()),
                Instant.ofEpochMilli(record.timestamp()));
    }

    <V> Seen<V> with(@Nullable V other) {
        return new Seen<V>(topic, partition, offset, key, other, headers, at);
    }

    /** The header {@code message-id}; empty when there is none. */
    public String id() {
        return headers.getOrDefault("message-id", "");
    }

    /** The value; a tombstone is an AssertionError. */
    public T body() {
        T present = value;
        if (present == null) {
            throw new AssertionError("a tombstone has no value: " + this);
        }
        return present;
    }
}
