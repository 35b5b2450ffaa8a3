package dev.usher.matching.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.messaging.Cause;
import dev.usher.messaging.Headers;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The headers between our steps. A hop of our own is invisible in them: what comes out of the last one is caused by what
 * went into the first.
 *
 * @param messageId of the record that is handled
 * @param trigger the record from outside that started it all; null = a clock did
 */
record Marks(String messageId, @Nullable String trigger, Cause cause) {

    /** Where nothing came in: a clock ticked. */
    static Marks ofClock() {
        return new Marks("", null, Cause.fresh());
    }

    /** Where a clock ticked for something that was heard before. */
    static Marks remembered(@Nullable String trigger, String traceparent) {
        return new Marks("", trigger, Cause.of(trigger, traceparent));
    }

    static Marks of(org.apache.kafka.common.header.Headers headers, RecordMetadata at) {
        String own = text(headers, Headers.MESSAGE_ID);
        String id = own == null || own.isBlank() ? at.topic() + "-" + at.partition() + "-" + at.offset() : own;
        String trigger = Names.internal(at.topic()) ? text(headers, Headers.CAUSED_BY) : id;
        return new Marks(id, trigger, Cause.of(trigger, text(headers, Headers.TRACEPARENT)));
    }

    /** For a record that comes of it. */
    RecordHeaders forward(String newMessageId) {
        return forward(newMessageId, trigger);
    }

    /** The same, where the cause was remembered and not just read. */
    RecordHeaders forward(String newMessageId, @Nullable String causedBy) {
        RecordHeaders out = new RecordHeaders();
        out.add(Headers.MESSAGE_ID, newMessageId.getBytes(UTF_8));
        if (causedBy != null && !causedBy.isEmpty()) {
            out.add(Headers.CAUSED_BY, causedBy.getBytes(UTF_8));
        }
        out.add(Headers.TRACEPARENT, cause.traceparent().getBytes(UTF_8));
        return out;
    }

    private static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
