package dev.usher.matching.postgres;

import dev.usher.matching.Audiences;
import dev.usher.matching.Question;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Audiences for as long as somebody may come back for them: a week. */
@Repository
class StoredAudiences implements Audiences {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;
    private final Clock clock;

    StoredAudiences(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Mono<Question> remember(String id, Question question) {
        return sweep().then(database.sql("""
                                insert into audiences (id, question, asked_at) values ($1, $2, $3)
                                on conflict do nothing""")
                        .bind("$1", id)
                        .bind("$2", Json.of(JSON.writeValueAsBytes(question)))
                        .bind("$3", clock.instant())
                        .then())
                .then(find(id));
    }

    @Override
    public Mono<Question> find(String id) {
        return database.sql("select question::text from audiences where id = $1")
                .bind("$1", id)
                .mapValue(String.class)
                .one()
                .map(question -> JSON.readValue(question, Question.class));
    }

    private Mono<Void> sweep() {
        return database.sql("""
                        with old as (delete from audiences where asked_at < $1 returning 'audience:' || id as list),
                             lines as (delete from rankings using old where rankings.list = old.list)
                        delete from ranking_parts using old where ranking_parts.list = old.list""").bind("$1", clock.instant().minus(KEPT)).then();
    }
}
