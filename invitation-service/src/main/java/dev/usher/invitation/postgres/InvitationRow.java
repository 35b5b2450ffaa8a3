package dev.usher.invitation.postgres;

import static dev.usher.invitation.postgres.Columns.bind;
import static dev.usher.invitation.postgres.Columns.maybe;
import static dev.usher.invitation.postgres.Columns.maybeJson;
import static dev.usher.invitation.postgres.Columns.maybeTime;
import static dev.usher.invitation.postgres.Columns.number;
import static dev.usher.invitation.postgres.Columns.text;
import static dev.usher.invitation.postgres.Columns.time;
import static dev.usher.invitation.postgres.Columns.utc;

import dev.usher.invitation.Approval;
import dev.usher.invitation.Draft;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.MailKind;
import dev.usher.invitation.Match;
import dev.usher.invitation.Occasion;
import dev.usher.invitation.Reason;
import dev.usher.invitation.Recall;
import dev.usher.invitation.Status;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** An invitation as a row, and back. */
final class InvitationRow {

    static final String INSERT = """
            insert into event_invitations (id, event_id, customer_id, contact_id, contact_name, contact_email, csm_id,
              kind, number, status, why, changed_by, reason, reason_by, reason_words, reason_rank, score, match,
              revision, content_hash, draft, approval, recall, sent_at, seat, created_at, changed_at)
            values (:id, :event_id, :customer_id, :contact_id, :contact_name, :contact_email, :csm_id,
              :kind, :number, :status, :why, :changed_by, :reason, :reason_by, :reason_words, :reason_rank, :score,
              :match, :revision, :content_hash, :draft, :approval, :recall, :sent_at, :seat, :created_at, :changed_at)
            on conflict do nothing
            """;

    static final String UPDATE = """
            update event_invitations set contact_id = :contact_id, contact_name = :contact_name,
              contact_email = :contact_email, csm_id = :csm_id, status = :status, why = :why, changed_by = :changed_by,
              reason = :reason, reason_by = :reason_by, reason_words = :reason_words, reason_rank = :reason_rank,
              score = :score, match = :match, revision = :revision, content_hash = :content_hash, draft = :draft,
              approval = :approval, recall = :recall, sent_at = :sent_at, seat = :seat, changed_at = :changed_at
            where id = :id
            """;

    private InvitationRow() {}

    static GenericExecuteSpec insert(GenericExecuteSpec sql, Invitation i) {
        GenericExecuteSpec born = sql.bind("event_id", i.occasion().eventId())
                .bind("customer_id", i.occasion().customerId())
                .bind("kind", i.occasion().kind().name())
                .bind("number", i.occasion().number());
        return update(bind(born, "created_at", utc(i.createdAt()), OffsetDateTime.class), i);
    }

    static GenericExecuteSpec update(GenericExecuteSpec sql, Invitation i) {
        GenericExecuteSpec s = sql.bind("id", i.id())
                .bind("status", i.status().name())
                .bind("changed_by", i.by())
                .bind("revision", i.revision())
                .bind("score", i.match().score());
        s = bind(s, "contact_id", i.occasion().contactId(), String.class);
        s = bind(s, "contact_name", i.contactName(), String.class);
        s = bind(s, "contact_email", i.contactEmail(), String.class);
        s = bind(s, "csm_id", i.csmId(), String.class);
        s = bind(s, "why", i.why(), String.class);
        s = bind(s, "content_hash", i.draft() == null ? null : i.draft().hash(), String.class);
        s = bind(s, "match", Columns.json(i.match()), Json.class);
        s = bind(s, "draft", Columns.json(i.draft()), Json.class);
        s = bind(s, "approval", Columns.json(i.approval()), Json.class);
        s = bind(s, "recall", Columns.json(i.recall()), Json.class);
        s = bind(s, "sent_at", utc(i.sentAt()), OffsetDateTime.class);
        s = bind(s, "seat", i.seat(), String.class);
        return reason(bind(s, "changed_at", utc(i.changedAt()), OffsetDateTime.class), i.reason());
    }

    private static GenericExecuteSpec reason(GenericExecuteSpec sql, Reason reason) {
        int rank = reason instanceof Reason.EventAnnounced announced ? announced.rankOfCsm() : 0;
        GenericExecuteSpec s = sql.bind("reason", reason.name())
                .bind("reason_by", reason.who())
                .bind("reason_rank", rank);
        return bind(s, "reason_words", reason.words(), String.class);
    }

    static Invitation read(Readable row) {
        return new Invitation(
                text(row, "id"),
                occasion(row),
                maybe(row, "contact_name"),
                maybe(row, "contact_email"),
                maybe(row, "csm_id"),
                Status.valueOf(text(row, "status")),
                maybe(row, "why"),
                text(row, "changed_by"),
                Reason.of(
                        text(row, "reason"),
                        text(row, "reason_by"),
                        maybe(row, "reason_words"),
                        number(row, "reason_rank")),
                Columns.json(row, "match", Match.class),
                number(row, "revision"),
                maybeJson(row, "draft", Draft.class),
                maybeJson(row, "approval", Approval.class),
                maybeJson(row, "recall", Recall.class),
                maybeTime(row, "sent_at"),
                maybe(row, "seat"),
                time(row, "created_at"),
                time(row, "changed_at"));
    }

    private static Occasion occasion(Readable row) {
        return new Occasion(
                text(row, "event_id"),
                text(row, "customer_id"),
                maybe(row, "contact_id"),
                MailKind.valueOf(text(row, "kind")),
                number(row, "number"));
    }
}
