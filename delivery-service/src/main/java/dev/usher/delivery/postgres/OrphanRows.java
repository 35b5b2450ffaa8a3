package dev.usher.delivery.postgres;

import dev.usher.delivery.Delivery;
import dev.usher.delivery.Orphans;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table orphans. */
@Repository
class OrphanRows implements Orphans {

    private final DatabaseClient database;

    OrphanRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Delivery delivery, @Nullable String draftId, Instant now, Instant dueAt) {
        return database.sql("""
                        insert into orphans (delivery, mailbox, draft_id, header, mark, found_at, due_at)
                        values ($1, $2, $3, $4, $5, $6, $7)""")
                .bind("$1", delivery.id())
                .bind("$2", delivery.mailbox())
                .bind("$3", draftId == null ? Parameters.in(R2dbcType.VARCHAR) : draftId)
                .bind("$4", delivery.mail().header())
                .bind("$5", delivery.mail().mark())
                .bind("$6", now)
                .bind("$7", dueAt)
                .then();
    }

    @Override
    public Flux<Orphan> due(Instant now, int limit) {
        return database.sql("select * from orphans where deleted_at is null and due_at <= $1 order by due_at limit $2")
                .bind("$1", now)
                .bind("$2", limit)
                .map(row -> new Orphan(
                        DeliveryRow.number(row, "id"),
                        DeliveryRow.number(row, "delivery"),
                        DeliveryRow.text(row, "mailbox"),
                        DeliveryRow.maybe(row, "draft_id"),
                        DeliveryRow.text(row, "header"),
                        DeliveryRow.text(row, "mark")))
                .all();
    }

    @Override
    public Mono<Boolean> settled(Orphan orphan) {
        return orphan.draftId() != null
                ? Mono.just(true)
                : database.sql("select draft_id is not null or state <> 'PENDING' from deliveries where id = $1")
                        .bind("$1", orphan.delivery())
                        .mapValue(Boolean.class)
                        .one();
    }

    @Override
    public Mono<Boolean> stray(Orphan orphan, String draftId) {
        return database.sql("""
                        select case when draft_id is null then $3 or state <> 'PENDING'
                            else draft_id <> $2 or state in ('REFUSED', 'WITHDRAWN') end
                        from deliveries where id = $1""")
                .bind("$1", orphan.delivery())
                .bind("$2", draftId)
                .bind("$3", orphan.draftId() != null)
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Void> done(long id, Instant now) {
        return database.sql("update orphans set deleted_at = $1 where id = $2")
                .bind("$1", now)
                .bind("$2", id)
                .then();
    }

    @Override
    public Mono<Void> later(long id, Instant dueAt) {
        return database.sql("update orphans set due_at = $1 where id = $2")
                .bind("$1", dueAt)
                .bind("$2", id)
                .then();
    }
}
