package dev.usher.invitation.postgres;

import static dev.usher.invitation.postgres.Columns.text;

import dev.usher.invitation.Suppressions;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Table {@code suppressed_addresses}; the first reason stands. */
@Repository
class PostgresSuppressions implements Suppressions {

    private final DatabaseClient database;

    PostgresSuppressions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(String address, String why, Instant at) {
        return database.sql("insert into suppressed_addresses (address, why, at) values (:address, :why, :at)"
                        + " on conflict do nothing")
                .bind("address", address)
                .bind("why", why)
                .bind("at", Objects.requireNonNull(Columns.utc(at)))
                .then();
    }

    @Override
    public Mono<Map<String, String>> among(Collection<String> addresses) {
        return database.sql("select address, why from suppressed_addresses where address = any(:addresses)")
                .bind("addresses", addresses.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "address"), text(row, "why")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
