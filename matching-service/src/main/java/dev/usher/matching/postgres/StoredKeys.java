package dev.usher.matching.postgres;

import dev.usher.matching.Keys;
import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keys for a week. */
@Repository
class StoredKeys implements Keys {

    private static final Duration KEPT = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Clock clock;

    StoredKeys(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Mono<Boolean> use(String key, String fingerprint) {
        return database.sql("delete from keys where used_at < $1")
                .bind("$1", clock.instant().minus(KEPT))
                .then()
                .then(database.sql(
                                "insert into keys (id, fingerprint, used_at) values ($1, $2, $3) on conflict do nothing")
                        .bind("$1", key)
                        .bind("$2", fingerprint)
                        .bind("$3", clock.instant())
                        .then())
                .then(database.sql("select fingerprint = $2 from keys where id = $1")
                        .bind("$1", key)
                        .bind("$2", fingerprint)
                        .mapValue(Boolean.class)
                        .one());
    }
}
