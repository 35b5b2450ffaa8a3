package dev.usher.delivery.postgres;

import dev.usher.delivery.Guest;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.Standing;
import dev.usher.delivery.Standings;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Asks contacts, suppressions, events and seats at once. */
@Repository
class StandingRows implements Standings {

    private static final String ASK = """
            select exists (select 1 from contacts where lower(address) = $1 and opted_out) as opted_out,
                exists (select 1 from suppressions where address = $1) as unsubscribed,
                exists (select 1 from known_events where id = $2 and cancelled) as cancelled,
                exists (select 1 from known_events where id = $2 and ends_at <= $3) as over,
                (select status from event_registrations where event_id = $2 and address = $1) as seat
            """;

    private final DatabaseClient database;

    StandingRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Standing> of(Guest guest, Instant now) {
        return database.sql(ASK)
                .bind("$1", guest.key())
                .bind("$2", guest.eventId())
                .bind("$3", now)
                .map(row -> new Standing(
                        is(row, "opted_out"),
                        is(row, "unsubscribed"),
                        is(row, "cancelled"),
                        is(row, "over"),
                        seat(row)))
                .one();
    }

    private static @Nullable RegistrationStatus seat(Readable row) {
        String status = DeliveryRow.maybe(row, "seat");
        return status == null ? null : RegistrationStatus.valueOf(status);
    }

    private static boolean is(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class), column);
    }
}
