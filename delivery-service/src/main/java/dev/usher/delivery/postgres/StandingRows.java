package dev.usher.delivery.postgres;

import dev.usher.delivery.Guest;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.Standing;
import dev.usher.delivery.Standing.Bar;
import dev.usher.delivery.Standings;
import dev.usher.delivery.Suppressions;
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
            select exists (select 1 from erased_customers where id = $4) as erased,
                exists (select 1 from contacts where lower(address) = $1 and opted_out) as opted_out,
                (select source from suppressions where address = $1) as suppressed,
                coalesce(e.version, 0) as version, coalesce(e.moved_in, 0) as moved_in,
                coalesce(e.cancelled, false) as cancelled, coalesce(e.starts_at <= $3, false) as begun,
                coalesce(e.ends_at <= $3, false) as over,
                (select status from event_registrations where event_id = $2 and address = $1) as seat
            from (values (1)) as once left join known_events e on e.id = $2
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
                .bind("$4", guest.customerId())
                .map(row -> new Standing(bar(row), event(row), seat(row)))
                .one();
    }

    private static @Nullable Bar bar(Readable row) {
        String suppressed = DeliveryRow.maybe(row, "suppressed");
        if (is(row, "erased")) {
            return Bar.ERASED;
        }
        if (is(row, "opted_out")) {
            return Bar.OPTED_OUT;
        }
        if (suppressed == null) {
            return null;
        }
        return suppressed.equals(Suppressions.BOUNCED) ? Bar.BOUNCED : Bar.UNSUBSCRIBED;
    }

    private static Standing.Occasion event(Readable row) {
        return new Standing.Occasion(
                DeliveryRow.whole(row, "version"),
                DeliveryRow.whole(row, "moved_in"),
                is(row, "cancelled"),
                is(row, "begun"),
                is(row, "over"));
    }

    private static @Nullable RegistrationStatus seat(Readable row) {
        String status = DeliveryRow.maybe(row, "seat");
        return status == null ? null : RegistrationStatus.valueOf(status);
    }

    private static boolean is(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class), column);
    }
}
