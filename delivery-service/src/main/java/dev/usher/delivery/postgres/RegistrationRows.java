package dev.usher.delivery.postgres;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Registration;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.Registrations;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table event_registrations. */
@Repository
class RegistrationRows implements Registrations {

    private static final String PUT = """
            insert into event_registrations (event_id, address, customer_id, contact_id, name, invitation_id, status,
                attendance, sessions, source, why, sequence, asked_at, changed_at)
            values (:event, :address, :customer, :contact, :name, :invitation, :status,
                :attendance, :sessions, :source, :why, :sequence, :asked, :now)
            on conflict (event_id, address) do update
            set customer_id = excluded.customer_id, contact_id = excluded.contact_id, name = excluded.name,
                invitation_id = excluded.invitation_id, status = excluded.status, attendance = excluded.attendance,
                sessions = excluded.sessions, source = excluded.source, why = excluded.why,
                sequence = excluded.sequence, asked_at = excluded.asked_at, changed_at = excluded.changed_at
            """;

    /** Of a hybrid event only the room is counted. */
    private static final String CROWD = """
            select count(*) filter (where status in ('REGISTERED', 'ATTENDED'))::int as taken,
                count(*) filter (where status = 'WAITLISTED' and address <> $3 and (asked_at, address) < (
                    coalesce((select asked_at from event_registrations
                        where event_id = $1 and address = $3 and status = 'WAITLISTED'), 'infinity'), $3))::int as ahead
            from event_registrations where event_id = $1 and (not $2 or attendance is distinct from 'VIRTUAL')
            """;

    private static final String TO_THANK = """
            with due as (select r.event_id, r.address from event_registrations r join known_events e on e.id = r.event_id
                where r.status in ('ATTENDED', 'NO_SHOW') and r.thanked_at is null and r.invitation_id is not null
                    and e.ends_at <= $1 and not e.cancelled
                order by e.ends_at limit $3 for update of r skip locked)
            update event_registrations r set thanked_at = $2 from due
            where r.event_id = due.event_id and r.address = due.address returning r.*
            """;
    private final DatabaseClient database;

    RegistrationRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Registration> find(String eventId, String address) {
        return database.sql("select * from event_registrations where event_id = $1 and address = $2")
                .bind("$1", eventId)
                .bind("$2", Guest.keyOf(address))
                .map(RegistrationRows::read)
                .one();
    }

    @Override
    public Mono<Void> put(Registration registration, Instant now) {
        Guest guest = registration.guest();
        return database.sql(PUT)
                .bind("event", guest.eventId())
                .bind("address", guest.key())
                .bind("customer", guest.customerId())
                .bind("contact", text(guest.contactId()))
                .bind("name", text(guest.name()))
                .bind("invitation", text(registration.invitationId()))
                .bind("status", registration.status().name())
                .bind("attendance", text(name(registration.attendance())))
                .bind("sessions", registration.sessions().toArray(String[]::new))
                .bind("source", registration.source())
                .bind("why", text(registration.why()))
                .bind("sequence", registration.sequence())
                .bind("asked", registration.askedAt())
                .bind("now", now)
                .then();
    }

    private static @Nullable String name(@Nullable Attendance attendance) {
        return attendance == null ? null : attendance.name();
    }

    private static Object text(@Nullable String value) {
        return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
    }

    @Override
    public Mono<Crowd> crowd(Gathering event, String address) {
        return database.sql(CROWD)
                .bind("$1", event.id())
                .bind("$2", event.format() == Gathering.Format.HYBRID)
                .bind("$3", Guest.keyOf(address))
                .map(row -> new Crowd(DeliveryRow.whole(row, "taken"), DeliveryRow.whole(row, "ahead")))
                .one();
    }

    @Override
    public Flux<Registration> toThank(Instant endedBefore, Instant now, int limit) {
        return database.sql(TO_THANK)
                .bind("$1", endedBefore)
                .bind("$2", now)
                .bind("$3", limit)
                .map(RegistrationRows::read)
                .all();
    }

    @Override
    public Flux<Registration> of(String eventId, RegistrationStatus... states) {
        return database.sql("""
                        select * from event_registrations where event_id = $1 and status = any($2)
                        order by asked_at, address""")
                .bind("$1", eventId)
                .bind("$2", Arrays.stream(states).map(Enum::name).toArray(String[]::new))
                .map(RegistrationRows::read)
                .all();
    }

    static Registration read(Readable row) {
        String attendance = DeliveryRow.maybe(row, "attendance");
        return new Registration(
                new Guest(
                        DeliveryRow.text(row, "event_id"),
                        DeliveryRow.text(row, "customer_id"),
                        DeliveryRow.maybe(row, "contact_id"),
                        DeliveryRow.text(row, "address"),
                        DeliveryRow.maybe(row, "name")),
                DeliveryRow.maybe(row, "invitation_id"),
                RegistrationStatus.valueOf(DeliveryRow.text(row, "status")),
                attendance == null ? null : Attendance.valueOf(attendance),
                List.of(Objects.requireNonNull(row.get("sessions", String[].class))),
                DeliveryRow.text(row, "source"),
                DeliveryRow.maybe(row, "why"),
                DeliveryRow.whole(row, "sequence"),
                Objects.requireNonNull(row.get("asked_at", Instant.class)));
    }
}
