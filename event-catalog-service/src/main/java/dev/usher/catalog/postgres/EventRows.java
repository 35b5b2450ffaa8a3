package dev.usher.catalog.postgres;

import static java.util.stream.Collectors.joining;

import dev.usher.catalog.Details;
import dev.usher.catalog.Event;
import dev.usher.catalog.EventStatus;
import dev.usher.catalog.Events;
import dev.usher.catalog.Venue;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code events}. */
@Repository
class EventRows implements Events {

    private static final String FIND = "select id, version, status, state, why, changed_at from events where id = $1";

    /** A lock on the id and not on the row, which need not be there yet. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static final String SAVE = """
            insert into events (id, version, status, name, starts_at, ends_at, words, state, why, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (id) do update set version = excluded.version, status = excluded.status, name = excluded.name,
              starts_at = excluded.starts_at, ends_at = excluded.ends_at, words = excluded.words,
              state = excluded.state, why = excluded.why, changed_at = excluded.changed_at
            """;

    private static final String LIST = """
            select id, version, status, jsonb_set(state, '{sessions}', '[]') as state, why, changed_at,
              jsonb_array_length(state -> 'sessions') as session_count
            from events
            where ($1::boolean is null or $1 = (ends_at > $2 and status <> 'CANCELLED'))
              and (select coalesce(bool_and(position(word in words) > 0), true) from unnest($3) word)
              and ($4::timestamptz is null or (starts_at, id) > ($4, $5))
            order by starts_at, id
            limit $6
            """;

    private final DatabaseClient database;

    EventRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Event> find(String id) {
        return database.sql(FIND).bind(0, id).map(EventRows::event).one();
    }

    @Override
    public Mono<Event> lock(String id) {
        return database.sql(LOCK).bind(0, id).then().then(find(id));
    }

    @Override
    public Mono<Void> save(Event event) {
        Details details = event.details();
        return database.sql(SAVE)
                .bind(0, event.id())
                .bind(1, event.version())
                .bind(2, event.status().name())
                .bind(3, details.name())
                .bind(4, details.startsAt())
                .bind(5, details.endsAt())
                .bind(6, words(details))
                .bind(7, Json.of(StateJson.write(details)))
                .bind(8, Parameters.in(R2dbcType.VARCHAR, event.why()))
                .bind(9, event.changedAt())
                .then();
    }

    @Override
    public Flux<Listed> list(Filter filter) {
        Place after = filter.after();
        return database.sql(LIST)
                .bind(0, Parameters.in(R2dbcType.BOOLEAN, filter.upcoming()))
                .bind(1, filter.now())
                .bind(2, wanted(filter.query()))
                .bind(3, Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, after == null ? null : after.startsAt()))
                .bind(4, Parameters.in(R2dbcType.VARCHAR, after == null ? null : after.id()))
                .bind(5, filter.limit())
                .map(row -> new Listed(event(row), value(row, "session_count", Integer.class)))
                .all();
    }

    private static Event event(Readable row) {
        return new Event(
                value(row, "id", String.class),
                value(row, "version", Integer.class),
                EventStatus.valueOf(value(row, "status", String.class)),
                StateJson.read(value(row, "state", Json.class).asArray(), Details.class),
                row.get("why", String.class),
                value(row, "changed_at", Instant.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static String words(Details details) {
        Venue venue = details.venue();
        String city = venue == null ? null : venue.city();
        return Stream.concat(Stream.of(details.name(), told(details.series()), told(city)), details.topics().stream())
                .map(EventRows::lower)
                .collect(joining("\n"));
    }

    private static String[] wanted(String query) {
        return Stream.of(lower(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }
}
