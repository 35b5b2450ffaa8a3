package dev.usher.rest;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code given_answers}: what was answered under an idempotency key. */
final class GivenAnswers {

    /** For whose death an unfinished answer is laid: after this long the question may be asked anew. */
    private static final Duration UNFINISHED = Duration.ofMinutes(1);

    private static final String TAKE = """
            insert into given_answers as held (path, key, question, taken_at) values ($1, $2, $3, $4)
            on conflict (path, key) do update set taken_at = excluded.taken_at, question = excluded.question
            where held.status is null and held.taken_at < $5""";
    private static final String KEEP =
            "update given_answers set status = $3, headers = $4, body = $5 where path = $1 and key = $2";
    private static final String FIND =
            "select question, status, headers, body from given_answers where path = $1 and key = $2";
    private static final String RELEASE = "delete from given_answers where path = $1 and key = $2 and status is null";
    private static final String FORGET = "delete from given_answers where taken_at < $1";

    private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    GivenAnswers(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param digest SHA-256 of the body */
    record Question(String path, String key, byte[] digest) {}

    record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

    /** @param answer null = it is being answered */
    record Held(boolean sameQuestion, @Nullable Answer answer) {}

    /** Takes the key for this question; false where it was taken before. */
    Mono<Boolean> take(Question question, Instant now) {
        return bound(TAKE, question)
                .bind("$3", question.digest())
                .bind("$4", now)
                .bind("$5", now.minus(UNFINISHED))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> keep(Question question, Answer answer) {
        return bound(KEEP, question)
                .bind("$3", answer.status())
                .bind("$4", Json.of(json.writeValueAsBytes(answer.headers())))
                .bind("$5", answer.body())
                .then();
    }

    /** Empty where the key was given back meanwhile. */
    Mono<Held> find(Question question) {
        return bound(FIND, question).map(row -> held(row, question)).one();
    }

    /** The key is free again: what was asked under it came to nothing. */
    Mono<Void> release(Question question) {
        return bound(RELEASE, question).then();
    }

    Mono<Long> forget(Instant before) {
        return database.sql(FORGET).bind("$1", before).fetch().rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Question question) {
        return database.sql(sql).bind("$1", question.path()).bind("$2", question.key());
    }

    private Held held(Readable row, Question question) {
        byte[] digest = Objects.requireNonNull(row.get("question", byte[].class));
        Integer status = row.get("status", Integer.class);
        return new Held(MessageDigest.isEqual(digest, question.digest()), status == null ? null : answer(row, status));
    }

    private Answer answer(Readable row, int status) {
        Json headers = Objects.requireNonNull(row.get("headers", Json.class));
        byte[] body = Objects.requireNonNull(row.get("body", byte[].class));
        return new Answer(status, json.readValue(headers.asArray(), HEADERS), body);
    }
}
