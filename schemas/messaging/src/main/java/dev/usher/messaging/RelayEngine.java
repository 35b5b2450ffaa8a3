package dev.usher.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.messaging.MessagingSettings.Postgres;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.debezium.engine.spi.OffsetCommitPolicy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Debezium on the outbox table: reads the log, sends a whole batch, and only when all is acknowledged moves the slot. */
final class RelayEngine {

    private static final Set<String> OURS =
            Set.of(Headers.MESSAGE_ID, Headers.TYPE, Headers.CAUSED_BY, Headers.TRACEPARENT);

    private final Producer<String, byte[]> producer;

    RelayEngine(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    DebeziumEngine<RecordChangeEvent<SourceRecord>> on(
            Postgres database, DebeziumEngine.CompletionCallback ended, DebeziumEngine.ConnectorCallback progress) {
        return DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings(database))
                .using(OffsetCommitPolicy.always())
                .using(ended)
                .using(progress)
                .notifying(this::relay)
                .build();
    }

    private void relay(
            List<RecordChangeEvent<SourceRecord>> batch, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (var event : batch) {
            byte[] payload = bytes(event.record().value());
            if (payload != null) { // else a heartbeat or our own message in the log
                sent.add(producer.send(outgoing(event.record(), payload)));
            }
        }
        for (var acknowledged : sent) {
            await(acknowledged);
        }
        for (var event : batch) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    private static void await(Future<RecordMetadata> acknowledged) throws InterruptedException {
        try {
            acknowledged.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused a record", e.getCause());
        }
    }

    private static ProducerRecord<String, byte[]> outgoing(SourceRecord row, byte[] payload) {
        var record = new ProducerRecord<>(row.topic(), String.valueOf(row.key()), payload);
        for (var header : row.headers()) {
            if (header.value() != null && OURS.contains(header.key())) { // the connector adds some of its own
                record.headers().add(header.key(), header.value().toString().getBytes(UTF_8));
            }
        }
        return record;
    }

    private static byte @Nullable [] bytes(@Nullable Object value) {
        return switch (value) {
            case byte[] array -> array;
            case ByteBuffer buffer -> {
                byte[] array = new byte[buffer.remaining()];
                buffer.duplicate().get(array);
                yield array;
            }
            case null, default -> null;
        };
    }

    private static Properties settings(Postgres database) {
        var p = new Properties();
        p.setProperty("name", "usher-relay");
        // Names the engine's metrics too: two engines in one JVM must differ, and one that restarts from its last self.
        p.setProperty("topic.prefix", "usher-" + UUID.randomUUID());
        p.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        p.setProperty("database.hostname", database.host());
        p.setProperty("database.port", Integer.toString(database.port()));
        p.setProperty("database.user", database.user());
        p.setProperty("database.password", database.password());
        p.setProperty("database.dbname", database.database());
        p.setProperty("plugin.name", "pgoutput");
        p.setProperty("slot.name", database.slot());
        p.setProperty("publication.name", "usher_outbox");
        p.setProperty("publication.autocreate.mode", "disabled");
        p.setProperty("table.include.list", "public.outbox");
        p.setProperty("snapshot.mode", "no_data");
        p.setProperty("tombstones.on.delete", "false");
        // Both of its loops wait this long: half of it is the mean delay of a record. The last millisecond of each wait
        // is spent spinning (ChangeEventQueue.poll): 5 ms took 20 % of a core for an idle relay, 20 ms took 5 %.
        p.setProperty("poll.interval.ms", "50");
        // Rows hold whole mails: after a broker's outage no more of them in memory than a small service can bear.
        p.setProperty("max.batch.size", "512");
        p.setProperty("max.queue.size", "1024");
        p.setProperty("max.queue.size.in.bytes", Integer.toString(16 * 1024 * 1024));
        // The slot is the only truth: a new engine begins where PostgreSQL says, never where a file says.
        p.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        p.setProperty("slot.max.retries", "100000");
        p.setProperty("slot.retry.delay.ms", "500");
        p.setProperty("errors.max.retries", "0");
        // Without the action an idle service's slot keeps the log of every database in the cluster.
        p.setProperty("heartbeat.interval.ms", "5000");
        p.setProperty("heartbeat.action.query", "select pg_logical_emit_message(true,'usher','hb')");
        p.setProperty("record.processing.threads", "1");
        p.setProperty("task.management.timeout.ms", "5000");
        p.setProperty("transforms", "outbox");
        p.setProperty("transforms.outbox.type", "io.debezium.transforms.outbox.EventRouter");
        p.setProperty("transforms.outbox.route.by.field", "topic");
        p.setProperty("transforms.outbox.route.topic.replacement", "${routedByValue}");
        p.setProperty("transforms.outbox.table.field.event.key", "record_key");
        p.setProperty(
                "transforms.outbox.table.fields.additional.placement",
                "id:header:message-id,type:header:type,caused_by:header:caused-by,traceparent:header:traceparent");
        return p;
    }
}
