package dev.usher.messaging;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.usher.contracts.Topics;
import dev.usher.contracts.Topics.Topic;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.util.Assert;

/**
 * The columns of some messages, one array each, so that one statement writes them all.
 *
 * @param payloads in hexadecimal: r2dbc-postgresql 1.1.1 writes an array of bytea without escaping its backslashes
 */
record OutboxRows(String[] ids, String[] topics, String[] keys, String[] payloads, String[] types, Cause cause) {

    /** What a record has beside its value. */
    private static final int HEADERS = 4 * 1024;

    private static final Map<String, Integer> LIMITS =
            Topics.ALL.stream().collect(toUnmodifiableMap(Topic::name, Topic::maxMessageBytes));

    static final String INSERT = """
            insert into outbox (id, topic, record_key, payload, type, caused_by, traceparent)
            select id, topic, record_key, decode(payload, 'hex'), type, $6, $7
            from unnest($1, $2, $3, $4, $5) with ordinality as row (id, topic, record_key, payload, type, place)
            order by place""";

    static OutboxRows of(List<Outgoing> messages, Cause cause, Avro avro) {
        return new OutboxRows(
                column(messages, Outgoing::id),
                column(messages, Outgoing::topic),
                column(messages, Outgoing::key),
                column(messages, m -> HexFormat.of().formatHex(payload(m, avro))),
                column(messages, m -> m.value().getSchema().getName()),
                cause);
    }

    GenericExecuteSpec bind(GenericExecuteSpec insert) {
        var columns = insert.bind("$1", ids)
                .bind("$2", topics)
                .bind("$3", keys)
                .bind("$4", payloads)
                .bind("$5", types)
                .bind("$7", cause.traceparent());
        String by = cause.messageId();
        return by == null ? columns.bindNull("$6", String.class) : columns.bind("$6", by);
    }

    /** A record that the broker would refuse must not commit: the relay could never get past it. */
    private static byte[] payload(Outgoing message, Avro avro) {
        Integer most = LIMITS.get(message.topic());
        Assert.notNull(most, () -> message.topic() + " is not a topic of the contract");
        int limit = most - HEADERS;
        byte[] payload = avro.encode(message.topic(), message.value());
        Assert.isTrue(
                payload.length <= limit,
                () -> message.topic() + " takes no record of " + payload.length + " bytes, only " + limit);
        return payload;
    }

    private static String[] column(List<Outgoing> messages, Function<Outgoing, String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }
}
