package dev.usher.delivery.postgres;

import dev.usher.delivery.Commission;
import dev.usher.delivery.Content;
import dev.usher.delivery.Deliveries;
import dev.usher.delivery.Delivery;
import dev.usher.delivery.Draft;
import dev.usher.delivery.Envelopes;
import dev.usher.delivery.Guest;
import dev.usher.delivery.MailId;
import dev.usher.delivery.State;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table deliveries. */
@Repository
class DeliveryRows implements Deliveries {

    private static final String ADD = """
            insert into deliveries (invitation_id, kind, number, event_id, customer_id, contact_id, recipient, recipient_name,
                mailbox, sender_name, subject, html, text, revision, event_version, content_hash, suggested, sessions, raw,
                reply_to, state, why, due_at, created_at, changed_at)
            values (:invitation, :kind, :number, :event, :customer, :contact, :recipient, :recipientName,
                :mailbox, :senderName, :subject, :html, :text, :revision, :eventVersion, :hash, :suggested, :sessions, :raw,
                :replyTo, :state, :why, :due, :now, :now)
            on conflict (invitation_id, kind, number) do update
            set event_id = excluded.event_id, customer_id = excluded.customer_id, contact_id = excluded.contact_id,
                recipient = excluded.recipient, recipient_name = excluded.recipient_name, mailbox = excluded.mailbox,
                sender_name = excluded.sender_name, subject = excluded.subject, html = excluded.html,
                text = excluded.text, revision = excluded.revision,
                event_version = excluded.event_version, content_hash = excluded.content_hash,
                suggested = excluded.suggested, sessions = excluded.sessions, raw = excluded.raw,
                reply_to = excluded.reply_to, state = excluded.state, why = excluded.why, due_at = excluded.due_at,
                attempts = 0, lease = null, leased_until = null, draft_id = null, thread_id = null, history_id = null,
                changed_at = excluded.changed_at
            where deliveries.state in ('REFUSED', 'WITHDRAWN') and deliveries.revision < excluded.revision
            returning *
            """;
    private static final String CLAIM = """
            with due as (
                select id from deliveries d
                where state in ('PENDING', 'SENDING', 'UNKNOWN') and due_at <= $1
                    and (leased_until is null or leased_until <= $1)
                    and not exists (select 1 from mailboxes m where m.address = d.mailbox and m.parked_until > $1)
                order by due_at, id limit $2 for update skip locked)
            update deliveries set lease = $3, leased_until = $4 from due where deliveries.id = due.id
            returning deliveries.*
            """;
    private static final String KEEP = """
            update deliveries set draft_id = $1, thread_id = $2, history_id = $3, changed_at = $4
            where id = $5 and draft_id is null and state = 'PENDING' and lease = $6
            """;
    private static final String MOVE = """
            update deliveries set state = :to, why = :why, due_at = :due, attempts = :attempts, changed_at = :now,
                leased_until = :until, lease = case when :until::timestamptz is null then null else lease end
            where id = :id and state = :from and coalesce(lease, '') = :lease
            """;
    private static final String ACCEPT = """
            update deliveries set state = 'ACCEPTED', why = null, gmail_id = :gmail, message_id = :message,
                accepted_at = :now, changed_at = :now, silent_at = :silent, lease = null, leased_until = null
            where id = :id and state <> 'ACCEPTED'
            """;
    private final DatabaseClient database;
    private final Json json;

    DeliveryRows(DatabaseClient database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Delivery> add(Commission commission, Envelopes.Sealed envelope, Instant now) {
        return insert(commission, now)
                .bind("raw", envelope.raw())
                .bind("replyTo", string(envelope.thread()))
                .bind("state", State.PENDING.name())
                .bind("why", string(null))
                .map(DeliveryRow::read)
                .one();
    }

    @Override
    public Mono<Delivery> addEnded(Commission commission, State end, String why, Instant now) {
        return insert(commission, now)
                .bind("raw", string(null))
                .bind("replyTo", string(null))
                .bind("state", end.name())
                .bind("why", why)
                .map(DeliveryRow::read)
                .one();
    }

    private GenericExecuteSpec insert(Commission c, Instant now) {
        Content content = c.content();
        Guest guest = c.guest();
        return mail(database.sql(ADD), c.mail())
                .bind("event", guest.eventId())
                .bind("customer", guest.customerId())
                .bind("contact", string(guest.contactId()))
                .bind("recipient", content.recipient())
                .bind("recipientName", string(content.recipientName()))
                .bind("mailbox", content.sender())
                .bind("senderName", string(content.senderName()))
                .bind("subject", content.subject())
                .bind("html", content.html())
                .bind("text", content.text())
                .bind("revision", c.revision())
                .bind("eventVersion", content.eventVersion())
                .bind("hash", c.contentHash())
                .bind(
                        "suggested",
                        string(c.suggested() == null ? null : c.suggested().name()))
                .bind("sessions", json.write(c.sessions()))
                .bind("due", c.dueAt())
                .bind("now", now);
    }

    private static GenericExecuteSpec mail(GenericExecuteSpec spec, MailId mail) {
        return spec.bind("invitation", mail.invitationId())
                .bind("kind", mail.kind().name())
                .bind("number", mail.number());
    }

    private static Object string(@Nullable String value) {
        return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
    }

    private static Object time(@Nullable Instant value) {
        return value == null ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE) : value;
    }

    @Override
    public Flux<Delivery> claim(String lease, Instant now, Instant until, int limit) {
        return database.sql(CLAIM)
                .bind("$1", now)
                .bind("$2", limit)
                .bind("$3", lease)
                .bind("$4", until)
                .map(DeliveryRow::read)
                .all();
    }

    @Override
    public Mono<Long> release(String leasePrefix, Instant now) {
        return database.sql(
                        "update deliveries set leased_until = $1 where starts_with(lease, $2) and leased_until > $1")
                .bind("$1", now)
                .bind("$2", leasePrefix)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Boolean> keep(Delivery claimed, Draft draft, Instant now) {
        return one(database.sql(KEEP)
                .bind("$1", draft.id())
                .bind("$2", draft.threadId())
                .bind("$3", draft.historyId())
                .bind("$4", now)
                .bind("$5", claimed.id())
                .bind("$6", claimed.lease()));
    }

    @Override
    public Mono<Delivery> lock(Delivery claimed) {
        return database.sql("select * from deliveries where id = $1 and state = $2 and lease = $3 for update")
                .bind("$1", claimed.id())
                .bind("$2", claimed.state().name())
                .bind("$3", claimed.lease())
                .map(DeliveryRow::read)
                .one();
    }

    @Override
    public Mono<Delivery> lock(MailId mail) {
        return mail(database.sql("""
                                select * from deliveries
                                where invitation_id = :invitation and kind = :kind and number = :number for update"""), mail).map(DeliveryRow::read).one();
    }

    @Override
    public Mono<Boolean> move(Delivery from, State to, Change change, Instant now) {
        return one(database.sql(MOVE)
                .bind("to", to.name())
                .bind("why", string(change.why()))
                .bind("due", change.dueAt())
                .bind("attempts", change.attempts())
                .bind("now", now)
                .bind("until", time(change.leasedUntil()))
                .bind("id", from.id())
                .bind("from", from.state().name())
                .bind("lease", from.lease()));
    }

    @Override
    public Mono<Boolean> accept(
            Delivery sent, String gmailId, @Nullable String messageId, Instant now, @Nullable Instant silentAt) {
        return one(database.sql(ACCEPT)
                .bind("gmail", gmailId)
                .bind("message", string(messageId))
                .bind("now", now)
                .bind("silent", time(silentAt))
                .bind("id", sent.id()));
    }

    private static Mono<Boolean> one(GenericExecuteSpec update) {
        return update.fetch().rowsUpdated().map(count -> count == 1);
    }

    @Override
    public Flux<Delivery> pendingOf(String eventId) {
        return database.sql("select * from deliveries where event_id = $1 and state = 'PENDING' order by id for update")
                .bind("$1", eventId)
                .map(DeliveryRow::read)
                .all();
    }

    @Override
    public Flux<Delivery> pendingOfCustomer(String customerId) {
        return database.sql(
                        "select * from deliveries where customer_id = $1 and state = 'PENDING' order by id for update")
                .bind("$1", customerId)
                .map(DeliveryRow::read)
                .all();
    }

    @Override
    public Flux<Delivery> pendingCare(Guest guest) {
        return database.sql("""
                        select * from deliveries where event_id = $1 and lower(recipient) = $2 and state = 'PENDING'
                            and kind in ('CONFIRMATION', 'REMINDER') order by id for update""")
                .bind("$1", guest.eventId())
                .bind("$2", guest.key())
                .map(DeliveryRow::read)
                .all();
    }

    @Override
    public Flux<Delivery> pendingTo(Collection<String> addresses) {
        return database.sql(
                        "select * from deliveries where lower(recipient) = any($1) and state = 'PENDING' order by id for update")
                .bind("$1", addresses.toArray(String[]::new))
                .map(DeliveryRow::read)
                .all();
    }
}
