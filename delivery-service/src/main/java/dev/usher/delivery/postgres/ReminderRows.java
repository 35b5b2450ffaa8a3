package dev.usher.delivery.postgres;

import dev.usher.delivery.Guest;
import dev.usher.delivery.Kind;
import dev.usher.delivery.MailId;
import dev.usher.delivery.Reminder;
import dev.usher.delivery.Reminders;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table reminders. */
@Repository
class ReminderRows implements Reminders {

    private static final String PLAN = """
            insert into reminders (invitation_id, kind, number, event_id, customer_id, contact_id, address, detail,
                due_at, state, why, changed_at)
            values (:invitation, :kind, :number, :event, :customer, :contact, :address, :detail, :due, :state, :why, :now)
            """;
    private static final String THIS = " where invitation_id = :invitation and kind = :kind and number = :number ";

    private final DatabaseClient database;

    ReminderRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Integer> nextNumber(String invitationId, Kind kind) {
        return database.sql("select coalesce(max(number), 0) + 1 from reminders where invitation_id = $1 and kind = $2")
                .bind("$1", invitationId)
                .bind("$2", kind.name())
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<Void> plan(Reminder reminder, Instant now) {
        Guest guest = reminder.guest();
        return mail(database.sql(PLAN), reminder.mail())
                .bind("event", guest.eventId())
                .bind("customer", guest.customerId())
                .bind("contact", text(guest.contactId()))
                .bind("address", guest.key())
                .bind("detail", reminder.detail())
                .bind("due", reminder.dueAt())
                .bind("state", reminder.status().name())
                .bind("why", text(reminder.why()))
                .bind("now", now)
                .then();
    }

    private static Object text(@Nullable String value) {
        return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
    }

    private static GenericExecuteSpec mail(GenericExecuteSpec spec, MailId mail) {
        return spec.bind("invitation", mail.invitationId())
                .bind("kind", mail.kind().name())
                .bind("number", mail.number());
    }

    @Override
    public Flux<Reminder> open(String eventId, String address) {
        return database.sql("""
                        select * from reminders where event_id = $1 and address = $2 and state = 'PLANNED' and not queued
                        order by due_at for update""")
                .bind("$1", eventId)
                .bind("$2", address)
                .map(ReminderRows::read)
                .all();
    }

    @Override
    public Flux<Reminder> openOf(String customerId) {
        return database.sql("""
                        select * from reminders where customer_id = $1 and state = 'PLANNED' and not queued
                        order by due_at for update""").bind("$1", customerId).map(ReminderRows::read).all();
    }

    @Override
    public Flux<Reminder> due(Instant now, int limit) {
        return database.sql("""
                        select * from reminders where state = 'PLANNED' and not queued and due_at <= $1
                        order by due_at limit $2 for update skip locked""")
                .bind("$1", now)
                .bind("$2", limit)
                .map(ReminderRows::read)
                .all();
    }

    @Override
    public Mono<Void> queued(Reminder reminder, Instant now) {
        return mail(database.sql("update reminders set queued = true, changed_at = :now" + THIS), reminder.mail())
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<Reminder> settle(MailId mail, Reminder.Status status, String why, Instant now) {
        return mail(
                        database.sql("update reminders set state = :state, why = nullif(:why, ''), changed_at = :now"
                                + THIS + "and state = 'PLANNED' returning *"),
                        mail)
                .bind("state", status.name())
                .bind("why", why)
                .bind("now", now)
                .map(ReminderRows::read)
                .one();
    }

    private static Reminder read(Readable row) {
        return new Reminder(
                DeliveryRow.mail(row),
                new Guest(
                        DeliveryRow.text(row, "event_id"),
                        DeliveryRow.text(row, "customer_id"),
                        DeliveryRow.maybe(row, "contact_id"),
                        DeliveryRow.text(row, "address"),
                        null),
                Objects.requireNonNull(row.get("due_at", Instant.class)),
                Reminder.Status.valueOf(DeliveryRow.text(row, "state")),
                DeliveryRow.text(row, "detail"),
                DeliveryRow.maybe(row, "why"));
    }
}
