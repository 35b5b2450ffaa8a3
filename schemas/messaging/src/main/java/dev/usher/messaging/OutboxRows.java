package dev.usher.messaging;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The columns of some messages, one array each, so that one statement writes them all.
 *
 * @param payloads in hexadecimal: r2dbc-postgresql 1.1.1 writes an array of bytea without escaping its backslashes
 */
record OutboxRows(String[] ids, String[] topics, String[] keys, String[] payloads, String[] types, Cause cause) {

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
                column(messages, m -> HexFormat.of().formatHex(avro.encode(m.topic(), m.value()))),
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

    private static String[] column(List<Outgoing> messages, Function<Outgoing, String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }
}
