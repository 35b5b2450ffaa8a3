package dev.usher.messaging.trial;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.Later;
import dev.usher.messaging.Outbox;
import dev.usher.messaging.Outgoing;
import dev.usher.messaging.Received;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The trial's use case: one row for each interest; some notes make it fail. */
class Ledger {

    static final String POISON = "poison";
    static final String BOTTOMLESS = "bottomless";
    static final String AWAY = "away";
    static final String AWAY_THEN_POISON = "away, then poison";

    /** While true, a note of {@link #AWAY} or {@link #AWAY_THEN_POISON} cannot be entered yet. */
    final AtomicBoolean away = new AtomicBoolean();

    /** Customers whose interests cannot be entered, as if by a bug. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    private final DatabaseClient database;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    Ledger(DatabaseClient database, Outbox outbox, TransactionalOperator transaction) {
        this.database = database;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    Mono<Void> enter(Received<CustomerInterest> interest) {
        CustomerInterest value = interest.value();
        String note = value == null ? "erased" : String.valueOf(value.getNote());
        if (note.equals(POISON)) {
            return Mono.error(new IllegalArgumentException("no entry for poison"));
        }
        if (note.equals(AWAY_THEN_POISON)) {
            return Mono.error(away.get() ? new Later("away") : new IllegalArgumentException("no entry after all"));
        }
        if (note.equals(BOTTOMLESS)) {
            return enter(interest);
        }
        if (refused.contains(interest.key())) {
            throw new IllegalStateException("no entry for " + interest.key());
        }
        return write(interest.id(), interest.key(), note)
                .then(Mono.defer(() -> note.equals(AWAY) && away.get() ? Mono.error(new Later("away")) : Mono.empty()));
    }

    /** State and message in one transaction; fails at its end when told to. */
    Mono<Void> announce(List<CustomerInterest> interests, boolean fail) {
        var messages = interests.stream()
                .map(i -> Outgoing.of(Topics.CUSTOMER_INTERESTS, i.getCustomerId(), i))
                .toList();
        return outbox.publish(messages)
                .then(Mono.<Void>defer(
                        () -> fail ? Mono.error(new IllegalStateException("changed my mind")) : Mono.empty()))
                .as(transaction::transactional);
    }

    List<String> notes(String customer) {
        return column("note", customer);
    }

    List<String> ids(String customer) {
        return column("message_id", customer);
    }

    private List<String> column(String name, String customer) {
        return database.sql("select " + name + " from ledger where record_key = $1 order by place")
                .bind("$1", customer)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private Mono<Void> write(String id, String key, String note) {
        return database.sql("insert into ledger (message_id, record_key, note) values ($1, $2, $3)")
                .bind("$1", id)
                .bind("$2", key)
                .bind("$3", note)
                .then();
    }
}
