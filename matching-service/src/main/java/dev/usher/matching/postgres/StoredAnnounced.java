package dev.usher.matching.postgres;

import dev.usher.matching.Announced;
import dev.usher.matching.Question;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Known events. */
@Repository
class StoredAnnounced implements Announced {

    private final DatabaseClient database;

    StoredAnnounced(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Version> find(String eventId) {
        return database.sql("select version, cancelled from events where id = $1")
                .bind("$1", eventId)
                .map(row -> new Version(
                        Objects.requireNonNull(row.get("version", Integer.class)),
                        Objects.requireNonNull(row.get("cancelled", Boolean.class))))
                .one();
    }

    @Override
    @Transactional
    public Mono<Void> save(String eventId, Version version) {
        Mono<Void> saved = database.sql("""
                        insert into events (id, version, cancelled) values ($1, $2, $3)
                        on conflict (id) do update set version = $2, cancelled = $3 where events.version < $2""")
                .bind("$1", eventId)
                .bind("$2", version.version())
                .bind("$3", version.cancelled())
                .then();
        return saved.then(version.cancelled() ? unlist(eventId) : Mono.empty());
    }

    private Mono<Void> unlist(String eventId) {
        return database.sql("delete from rankings where list = $1")
                .bind("$1", Question.listOf(eventId))
                .then();
    }
}
