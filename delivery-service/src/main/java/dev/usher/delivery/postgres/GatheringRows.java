package dev.usher.delivery.postgres;

import dev.usher.delivery.Gathering;
import dev.usher.delivery.Gatherings;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Table known_events. */
@Repository
class GatheringRows implements Gatherings {

    private static final String PUT = """
            insert into known_events (id, version, cancelled, starts_at, ends_at, state, moved_in)
            values ($1, $2, $3, $4, $5, $6, $2)
            on conflict (id) do update set version = excluded.version, cancelled = excluded.cancelled,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = excluded.state,
                moved_in = case when known_events.starts_at = excluded.starts_at then known_events.moved_in
                    else excluded.version end
            where known_events.version < excluded.version
            """;

    private final DatabaseClient database;
    private final Json json;

    GatheringRows(DatabaseClient database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Gathering> find(String id) {
        return one("select state from known_events where id = $1", id);
    }

    @Override
    public Mono<Gathering> lock(String id) {
        return one("select state from known_events where id = $1 for update", id);
    }

    private Mono<Gathering> one(String sql, String id) {
        return database.sql(sql).bind("$1", id).map(this::read).one();
    }

    @Override
    public Mono<Boolean> put(Gathering event) {
        return database.sql(PUT)
                .bind("$1", event.id())
                .bind("$2", event.version())
                .bind("$3", event.cancelled())
                .bind("$4", event.startsAt())
                .bind("$5", event.endsAt())
                .bind("$6", json.write(event))
                .fetch()
                .rowsUpdated()
                .map(count -> count == 1);
    }

    private Gathering read(Readable row) {
        var state = Objects.requireNonNull(row.get("state", io.r2dbc.postgresql.codec.Json.class));
        return json.read(state, Gathering.class);
    }
}
