package dev.usher.invitation.postgres;

import dev.usher.invitation.Event;
import dev.usher.invitation.Events;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Table {@code known_events}. An event that was read is kept in memory for as long as its version stands. */
@Repository
class PostgresEvents implements Events {

    private static final int REMEMBERED = 200;

    private static final String KEEP = """
            insert into known_events (id, version, name, cancelled, ends_at, facts)
            values (:id, :version, :name, :cancelled, :ends_at, :facts)
            on conflict (id) do update set version = excluded.version, name = excluded.name,
              cancelled = excluded.cancelled, ends_at = excluded.ends_at, facts = excluded.facts
            where known_events.version < excluded.version
            """;

    private final DatabaseClient database;
    private final Map<String, Event> remembered = new ConcurrentHashMap<>();

    PostgresEvents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Event> find(String id) {
        return database.sql("select version from known_events where id = :id")
                .bind("id", id)
                .map(row -> Columns.number(row, "version"))
                .one()
                .flatMap(version -> remembered(id, version));
    }

    private Mono<Event> remembered(String id, int version) {
        Event seen = remembered.get(id);
        return seen != null && seen.version() == version ? Mono.just(seen) : read(id);
    }

    private Mono<Event> read(String id) {
        return database.sql("select facts from known_events where id = :id")
                .bind("id", id)
                .map(row -> Columns.json(row, "facts", Event.class))
                .one()
                .doOnNext(this::remember);
    }

    private void remember(Event event) {
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        remembered.put(event.id(), event);
    }

    @Override
    public Mono<Boolean> keep(Event event) {
        return database.sql(KEEP)
                .bind("id", event.id())
                .bind("version", event.version())
                .bind("name", event.name())
                .bind("cancelled", event.cancelled())
                .bind("ends_at", Objects.requireNonNull(Columns.utc(event.endsAt())))
                .bind("facts", Objects.requireNonNull(Columns.json(event)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
