package dev.usher.catalog.postgres;

import dev.usher.catalog.Announcement;
import dev.usher.catalog.Answers;
import dev.usher.catalog.CatalogSettings;
import dev.usher.catalog.Event;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Table {@code given_answers}. */
@Repository
class GivenAnswers implements Answers {

    private static final String TAKE =
            "insert into given_answers (key, question, taken_at) values ($1, $2, $3) on conflict (key) do nothing";
    private static final String KEEP = "update given_answers set answer = $2 where key = $1";
    private static final String FIND = "select question, answer from given_answers where key = $1";
    private static final String FORGET = "delete from given_answers where taken_at < $1";

    private final DatabaseClient database;
    private final Clock clock;
    private final CatalogSettings settings;

    GivenAnswers(DatabaseClient database, Clock clock, CatalogSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Mono<Boolean> take(String key, Announcement said) {
        return database.sql(TAKE)
                .bind(0, key)
                .bind(1, digest(said))
                .bind(2, clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> keep(String key, Event answer) {
        return database.sql(KEEP)
                .bind(0, key)
                .bind(1, Json.of(StateJson.write(answer)))
                .then();
    }

    @Override
    public Mono<Answer> find(String key, Announcement said) {
        return database.sql(FIND).bind(0, key).map(row -> answer(row, said)).one();
    }

    /** Errors are logged by Spring, and the next hour tries again. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    Mono<Void> forgetOld() {
        return database.sql(FORGET)
                .bind(0, clock.instant().minus(settings.keepAnswers()))
                .then();
    }

    private static Answer answer(Readable row, Announcement said) {
        byte[] question = Objects.requireNonNull(row.get("question", byte[].class));
        Json event = Objects.requireNonNull(row.get("answer", Json.class));
        return new Answer(MessageDigest.isEqual(question, digest(said)), StateJson.read(event.asArray(), Event.class));
    }

    private static byte[] digest(Announcement said) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(StateJson.write(said));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
