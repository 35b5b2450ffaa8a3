package dev.usher.delivery.postgres;

import dev.usher.delivery.Delivery;
import dev.usher.delivery.Envelopes;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Kind;
import dev.usher.delivery.Outcome;
import dev.usher.delivery.SentMails;
import java.time.Instant;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accepted rows of table deliveries. */
@Repository
class SentMailRows implements SentMails {

    private static final String ANSWERED = """
            select * from deliveries where mailbox = $1 and state = 'ACCEPTED'
                and (message_id = any($2) or ($3 <> '' and thread_id = $3))
            order by (message_id = any($2)) desc, accepted_at desc limit 1 for update
            """;

    private final DatabaseClient database;

    SentMailRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Envelopes.Earlier> earlier(Guest guest, String mailbox) {
        return database.sql("""
                        select thread_id, message_id, subject from deliveries
                        where event_id = $1 and lower(recipient) = $2 and mailbox = $4 and state = 'ACCEPTED'
                            and message_id is not null
                            and thread_id is not null and kind = any($3)
                        order by accepted_at desc limit 1""")
                .bind("$1", guest.eventId())
                .bind("$2", guest.key())
                .bind("$4", mailbox)
                .bind("$3", new String[] {Kind.INVITATION.name(), Kind.FOLLOW_UP.name(), Kind.POST_EVENT.name()})
                .map(row -> new Envelopes.Earlier(
                        DeliveryRow.text(row, "thread_id"),
                        DeliveryRow.text(row, "message_id"),
                        DeliveryRow.text(row, "subject")))
                .one();
    }

    @Override
    public Flux<Unread> unread(Instant since, int limit) {
        return database.sql("""
                        select id, mailbox, gmail_id from deliveries
                        where state = 'ACCEPTED' and message_id is null and accepted_at > $1 order by accepted_at limit $2""")
                .bind("$1", since)
                .bind("$2", limit)
                .map(row -> new Unread(
                        DeliveryRow.number(row, "id"),
                        DeliveryRow.text(row, "mailbox"),
                        DeliveryRow.text(row, "gmail_id")))
                .all();
    }

    @Override
    public Mono<Void> learn(long id, String messageId) {
        return database.sql("update deliveries set message_id = $1 where id = $2")
                .bind("$1", messageId)
                .bind("$2", id)
                .then();
    }

    @Override
    public Mono<Delivery> answered(String mailbox, Collection<String> messageIds, String threadId) {
        return database.sql(ANSWERED)
                .bind("$1", mailbox)
                .bind("$2", messageIds.toArray(String[]::new))
                .bind("$3", threadId)
                .map(DeliveryRow::read)
                .one();
    }

    @Override
    public Mono<Boolean> note(Delivery delivery, Outcome answer, Instant now) {
        return database.sql("""
                        update deliveries set answer = $1, changed_at = $2
                        where id = $3 and (answer is null or answer = 'NO_RESPONSE' or $1 = 'UNSUBSCRIBED') and answer is distinct from $1""")
                .bind("$1", answer.name())
                .bind("$2", now)
                .bind("$3", delivery.id())
                .fetch()
                .rowsUpdated()
                .map(count -> count == 1);
    }

    @Override
    public Flux<Delivery> silent(Instant now, int limit) {
        return database.sql("""
                        select * from deliveries d where silent_at <= $1 and answer is null and state = 'ACCEPTED'
                            and not exists (select 1 from event_registrations r
                                where r.event_id = d.event_id and r.address = lower(d.recipient))
                        order by silent_at limit $2 for update skip locked""")
                .bind("$1", now)
                .bind("$2", limit)
                .map(DeliveryRow::read)
                .all();
    }
}
