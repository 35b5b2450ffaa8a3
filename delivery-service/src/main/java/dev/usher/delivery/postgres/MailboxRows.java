package dev.usher.delivery.postgres;

import dev.usher.delivery.MailboxBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables mailboxes and spendings. */
@Repository
class MailboxRows implements MailboxBook {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String SPEND = """
            insert into spendings (mailbox, at, units)
            select $1, $2, $3 where (select coalesce(sum(units), 0) from spendings where mailbox = $1 and at > $4) + $3 <= $5
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    MailboxRows(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<Duration> spend(String mailbox, int units, int perMinute, Instant now) {
        Instant window = now.minus(WINDOW);
        return open(mailbox)
                .then(lock(mailbox))
                .then(forget(mailbox, window))
                .then(database.sql(SPEND)
                        .bind("$1", mailbox)
                        .bind("$2", now)
                        .bind("$3", units)
                        .bind("$4", window)
                        .bind("$5", perMinute)
                        .fetch()
                        .rowsUpdated())
                .flatMap(spent -> spent == 1 ? Mono.just(Duration.ZERO) : wait(mailbox, now))
                .as(transaction::transactional);
    }

    private Mono<Void> open(String mailbox) {
        return database.sql("insert into mailboxes (address) values ($1) on conflict do nothing")
                .bind("$1", mailbox)
                .then();
    }

    private Mono<Void> lock(String mailbox) {
        return database.sql("select 1 from mailboxes where address = $1 for update")
                .bind("$1", mailbox)
                .then();
    }

    private Mono<Void> forget(String mailbox, Instant before) {
        return database.sql("delete from spendings where mailbox = $1 and at <= $2")
                .bind("$1", mailbox)
                .bind("$2", before)
                .then();
    }

    /** Until the oldest spending leaves the window. */
    private Mono<Duration> wait(String mailbox, Instant now) {
        return database.sql("select min(at) as oldest from spendings where mailbox = $1")
                .bind("$1", mailbox)
                .map(row -> Objects.requireNonNullElse(row.get("oldest", Instant.class), now))
                .one()
                .map(oldest -> Duration.between(now, oldest.plus(WINDOW)).plusMillis(1));
    }

    @Override
    public Mono<Integer> strike(String mailbox, Instant now) {
        return database.sql("""
                        insert into mailboxes (address, strikes) values ($1, 1)
                        on conflict (address) do update
                        set strikes = mailboxes.strikes + case when mailboxes.parked_until > $2 then 0 else 1 end
                        returning strikes""")
                .bind("$1", mailbox)
                .bind("$2", now)
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<Void> park(String mailbox, Instant until, String why) {
        return database.sql("update mailboxes set parked_until = $2, parked_why = $3 where address = $1")
                .bind("$1", mailbox)
                .bind("$2", until)
                .bind("$3", why)
                .then();
    }

    @Override
    public Mono<Void> unpark(String mailbox) {
        return database.sql("""
                        update mailboxes set strikes = 0, parked_until = null, parked_why = null
                        where address = $1 and strikes > 0""").bind("$1", mailbox).then();
    }

    @Override
    public Flux<Seen> toRead(Instant before, Instant now, int limit) {
        return database.sql("""
                        with due as (select address from mailboxes
                            where seen_history is not null and (read_at is null or read_at <= $1)
                                and (parked_until is null or parked_until <= $2)
                            order by read_at nulls first limit $3 for update skip locked)
                        update mailboxes set read_at = $2 from due where mailboxes.address = due.address
                        returning mailboxes.address, seen_history""")
                .bind("$1", before)
                .bind("$2", now)
                .bind("$3", limit)
                .map(row -> new Seen(DeliveryRow.text(row, "address"), DeliveryRow.text(row, "seen_history")))
                .all();
    }

    @Override
    public Mono<Void> readFrom(String mailbox, String history) {
        return database.sql("""
                        insert into mailboxes (address, seen_history) values ($1, $2)
                        on conflict (address) do update set seen_history = excluded.seen_history
                        where mailboxes.seen_history is null""").bind("$1", mailbox).bind("$2", history).then();
    }

    @Override
    public Mono<Void> seen(String mailbox, String history) {
        return database.sql("update mailboxes set seen_history = $2 where address = $1")
                .bind("$1", mailbox)
                .bind("$2", history)
                .then();
    }
}
