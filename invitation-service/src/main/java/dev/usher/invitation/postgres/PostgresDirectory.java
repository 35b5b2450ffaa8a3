package dev.usher.invitation.postgres;

import static dev.usher.invitation.postgres.Columns.text;

import dev.usher.invitation.chat.Directory;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Names by trigram (pg_trgm); a name that contains her words is nearly as like as one that equals them. */
@Repository
class PostgresDirectory implements Directory {

    private static final String LIKE_CUSTOMERS = """
            select c.id, c.name, max(greatest(similarity(n.name, :words), 0.9 * word_similarity(:words, n.name)))::float8 as likeness
            from known_names n join known_customers c on c.id = n.customer_id
            where n.name % :words or :words <% n.name
            group by c.id, c.name order by likeness desc, c.name limit 6
            """;

    private static final String EVENTS = """
            select id, name, (ends_at > :now and not cancelled) as coming, (lower(id) = :words or lower(name) = :words) as exact,
              greatest(similarity(lower(name), :words), 0.9 * word_similarity(:words, lower(name)))::float8 as likeness
            from known_events
            where lower(id) = :words or lower(name) = :words or lower(name) % :words or :words <% lower(name)
            order by exact desc, coming desc, likeness desc, ends_at limit 12
            """;

    private final DatabaseClient database;

    PostgresDirectory(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, List<Named>>> customers(Collection<String> names) {
        return database.sql(
                        "select n.name as words, c.id, c.name from known_names n"
                                + " join known_customers c on c.id = n.customer_id where n.name = any(:names) order by c.name, c.id")
                .bind("names", names.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "words"), new Named(text(row, "id"), text(row, "name"), 1, true, true)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> found.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue()))));
    }

    @Override
    public Mono<List<Named>> customersLike(String name) {
        return database.sql(LIKE_CUSTOMERS)
                .bind("words", name.toLowerCase(Locale.ROOT))
                .map(row -> new Named(text(row, "id"), text(row, "name"), likeness(row), false, true))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Named>> events(String name, Instant now) {
        return database.sql(EVENTS)
                .bind("words", name.toLowerCase(Locale.ROOT))
                .bind("now", Objects.requireNonNull(Columns.utc(now)))
                .map(row -> new Named(
                        text(row, "id"),
                        text(row, "name"),
                        likeness(row),
                        Boolean.TRUE.equals(row.get("exact", Boolean.class)),
                        Boolean.TRUE.equals(row.get("coming", Boolean.class))))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Named>> coming(Instant now, int limit) {
        return database.sql("select id, name from known_events where ends_at > :now and not cancelled"
                        + " order by ends_at, id limit :most")
                .bind("now", Objects.requireNonNull(Columns.utc(now)))
                .bind("most", limit)
                .map(row -> new Named(text(row, "id"), text(row, "name"), 1, false, true))
                .all()
                .collectList();
    }

    private static double likeness(Readable row) {
        return Objects.requireNonNull(row.get("likeness", Double.class));
    }
}
