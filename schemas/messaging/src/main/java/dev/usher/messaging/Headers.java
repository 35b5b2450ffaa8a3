package dev.usher.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The headers every record of ours carries, and those a parked one gets. */
public final class Headers {

    public static final String MESSAGE_ID = "message-id";
    public static final String CAUSED_BY = "caused-by";
    public static final String TRACEPARENT = "traceparent";
    /** The record's Avro type by its short name; a courtesy to people who read topics. */
    public static final String TYPE = "type";
    /** Why a record was parked: the real cause, not the exceptions wrapped around it. */
    public static final String PARKED_CAUSE = "parked-cause";
    /** The partition a parked record came from, and a replay sends it back to; decimal. */
    public static final String PARKED_PARTITION = "parked-partition";

    private Headers() {}

    /** The message id; {@code topic-partition-offset} for a record from outside that has none. */
    public static String messageId(ConsumerRecord<?, ?> record) {
        String id = text(record, MESSAGE_ID);
        return id == null || id.isBlank() ? record.topic() + "-" + record.partition() + "-" + record.offset() : id;
    }

    /** The last header of that name as text; null when there is none. */
    static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
