package dev.usher.invitation.kafka;

import dev.usher.contracts.avro.Attendance;
import dev.usher.contracts.avro.Claim;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.Decision;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDraft;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.PickedSession;
import dev.usher.invitation.Change;
import dev.usher.invitation.Draft;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Mail;
import dev.usher.invitation.Match;
import dev.usher.invitation.Status;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What we decided, as records for the other services. */
final class ToAvro {

    private ToAvro() {}

    static InviteRequest request(Invitation i, @Nullable String note) {
        return InviteRequest.newBuilder()
                .setEventId(i.occasion().eventId())
                .setCustomerId(i.occasion().customerId())
                .setContactId(i.occasion().contactId())
                .setKind(kind(i))
                .setNumber(i.occasion().number())
                .setReason(InviteReason.valueOf(i.reason().name()))
                .setInvitationId(i.id())
                .setRequestedBy(i.reason().who())
                .setNote(note)
                .setAt(i.changedAt())
                .build();
    }

    static InviteDraft draft(Invitation i) {
        Draft draft = Objects.requireNonNull(i.draft(), "a drafted invitation has a draft");
        return InviteDraft.newBuilder()
                .setInvitationId(i.id())
                .setEventId(i.occasion().eventId())
                .setCustomerId(i.occasion().customerId())
                .setContactId(Objects.requireNonNull(i.occasion().contactId(), "a draft is for somebody"))
                .setCsmId(i.csmId())
                .setKind(kind(i))
                .setNumber(i.occasion().number())
                .setRevision(i.revision())
                .setContentHash(draft.hash())
                .setReason(InviteReason.valueOf(i.reason().name()))
                .setScore(i.match().score())
                .setRecipient(draft.mail().recipient())
                .setSender(draft.mail().sender())
                .setEventVersion(draft.mail().eventVersion())
                .setSubject(draft.mail().subject())
                .setHtml(draft.mail().html())
                .setText(draft.mail().text())
                .setClaims(draft.claims().stream()
                        .map(c -> new Claim(c.text(), c.fact()))
                        .toList())
                .setWarnings(draft.warnings())
                .setAt(i.changedAt())
                .build();
    }

    static InviteDecision decision(Invitation i, Status decision, Change change) {
        boolean approved = decision == Status.APPROVED;
        Draft draft = i.draft();
        String attendance = i.match().attendance();
        return InviteDecision.newBuilder()
                .setInvitationId(i.id())
                .setEventId(i.occasion().eventId())
                .setCustomerId(i.occasion().customerId())
                .setContactId(i.occasion().contactId())
                .setCsmId(i.csmId())
                .setKind(kind(i))
                .setNumber(i.occasion().number())
                .setDecision(Decision.valueOf(decision.name()))
                .setWho(change.who())
                .setWhy(change.why())
                .setRevision(i.revision())
                .setContentHash(draft == null ? null : draft.hash())
                .setSendAt(approved && i.approval() != null ? i.approval().sendAt() : null)
                .setContent(approved && draft != null ? content(draft.mail()) : null)
                .setSessions(approved ? sessions(i.match()) : List.of())
                .setAttendance(approved && attendance != null ? Attendance.valueOf(attendance) : null)
                .setAt(change.at())
                .build();
    }

    private static Content content(Mail mail) {
        return Content.newBuilder()
                .setRecipient(mail.recipient())
                .setRecipientName(mail.recipientName())
                .setSender(mail.sender())
                .setSenderName(mail.senderName())
                .setEventVersion(mail.eventVersion())
                .setSubject(mail.subject())
                .setHtml(mail.html())
                .setText(mail.text())
                .build();
    }

    private static List<PickedSession> sessions(Match match) {
        return match.sessions().stream()
                .map(s -> PickedSession.newBuilder()
                        .setId(s.id())
                        .setTitle(s.title())
                        .setScore(s.score())
                        .setBecause(s.because())
                        .setMatches(s.matches())
                        .build())
                .toList();
    }

    private static MailKind kind(Invitation i) {
        return MailKind.valueOf(i.occasion().kind().name());
    }
}
