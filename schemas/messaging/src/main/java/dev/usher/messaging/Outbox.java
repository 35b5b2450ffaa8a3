package dev.usher.messaging;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes by writing rows: what is published commits or rolls back with the state that goes with it, and the relay
 * reads it from the log. The rows are deleted at once: the log keeps the insert, the table stays empty.
 */
public final class Outbox {

    private final DatabaseClient database;
    private final Avro avro;
    private final TransactionalOperator callers;

    Outbox(DatabaseClient database, Avro avro, ReactiveTransactionManager transactions) {
        this.database = database;
        this.avro = avro;
        this.callers = TransactionalOperator.create(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_MANDATORY));
    }

    /** {@link #publish(List)}. */
    public Mono<Void> publish(Outgoing... messages) {
        return publish(List.of(messages));
    }

    /**
     * Publishes in this order within the caller's transaction; fails when there is none. {@code caused-by} and
     * {@code traceparent} come from the {@link Cause} in the Reactor context.
     */
    public Mono<Void> publish(List<Outgoing> messages) {
        return messages.isEmpty()
                ? Mono.empty()
                : Cause.current()
                        .flatMap(cause ->
                                Mono.fromCallable(() -> rows(messages, cause)).subscribeOn(Schedulers.boundedElastic()))
                        .flatMap(this::write)
                        .as(callers::transactional);
    }

    private OutboxRows rows(List<Outgoing> messages, Cause cause) {
        return OutboxRows.of(messages, cause, avro);
    }

    private Mono<Void> write(OutboxRows rows) {
        return rows.bind(database.sql(OutboxRows.INSERT))
                .then()
                .then(database.sql("delete from outbox where id = any($1)")
                        .bind("$1", rows.ids())
                        .then());
    }
}
