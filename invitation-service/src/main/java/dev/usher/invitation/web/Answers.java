package dev.usher.invitation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.usher.invitation.Draft;
import dev.usher.invitation.Hall;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Match;
import dev.usher.invitation.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers get to see. */
final class Answers {

    private Answers() {}

    /** All about one invitation. */
    @JsonInclude
    record Whole(
            String id,
            String eventId,
            String customerId,
            @Nullable Contact contact,
            @Nullable String csmId,
            String kind,
            int number,
            String status,
            @Nullable String why,
            int revision,
            @Nullable String contentHash,
            String reason,
            @Nullable String reasonText,
            double score,
            List<Part> reasons,
            List<Cards.Picked> sessions,
            @Nullable String attendance,
            @Nullable String attendanceWhy,
            @Nullable Written draft,
            List<String> warnings,
            @Nullable Instant sendAt,
            @Nullable String asked,
            @Nullable String seat,
            List<String> willFollow,
            Cards.@Nullable EventCard event,
            Cards.@Nullable CustomerCard customer,
            Instant createdAt,
            Instant changedAt,
            List<Step> history) {

        static Whole of(Invitation i, Cards.Around around, List<Step> history) {
            Draft draft = i.draft();
            return new Whole(
                    i.id(),
                    i.occasion().eventId(),
                    i.occasion().customerId(),
                    Contact.of(i),
                    i.csmId(),
                    i.occasion().kind().name(),
                    i.occasion().number(),
                    i.status().name(),
                    i.why(),
                    i.revision(),
                    draft == null ? null : draft.hash(),
                    i.reason().name(),
                    i.reason().words(),
                    i.match().score(),
                    i.match().parts().stream().map(Part::of).toList(),
                    i.match().sessions().stream()
                            .map(p -> Cards.Picked.of(p, around.event()))
                            .toList(),
                    i.match().attendance(),
                    i.match().attendanceWhy(),
                    draft == null ? null : Written.of(draft),
                    draft == null ? List.of() : draft.warnings(),
                    i.approval() == null ? null : i.approval().sendAt(),
                    i.recall() == null ? null : i.recall().why(),
                    i.seat(),
                    FOLLOW,
                    around.event() == null ? null : Cards.EventCard.of(around.event()),
                    around.customer() == null ? null : Cards.CustomerCard.of(around.customer()),
                    i.createdAt(),
                    i.changedAt(),
                    history);
        }
    }

    /** Service mails that answer what the guest does; delivery sends them by approved templates. */
    private static final List<String> FOLLOW = List.of("CONFIRMATION", "REMINDER", "CHANGE", "CANCELLATION");

    /** One named part of the score. */
    record Part(String criterion, double contribution, String text, String evidence) {

        static Part of(Match.Part p) {
            return new Part(p.criterion(), p.points(), p.text(), p.evidence());
        }
    }

    /** @param email null after erasure */
    record Contact(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email) {

        static @Nullable Contact of(Invitation i) {
            return i.occasion().contactId() == null && i.contactName() == null
                    ? null
                    : new Contact(i.occasion().contactId(), i.contactName(), i.contactEmail());
        }
    }

    /** The mail as it stands. */
    record Written(
            String from,
            String to,
            String subject,
            String html,
            String text,
            List<Draft.Claim> claims,
            boolean edited) {

        static Written of(Draft d) {
            return new Written(
                    d.mail().sender(),
                    d.mail().recipient(),
                    d.mail().subject(),
                    d.mail().html(),
                    d.mail().text(),
                    d.claims(),
                    d.edited());
        }
    }

    /** One line of a list. */
    record Line(
            String id,
            String eventId,
            String customerId,
            @Nullable String contactName,
            @Nullable String csmId,
            String kind,
            int number,
            String status,
            int revision,
            @Nullable String contentHash,
            String reason,
            double score,
            @Nullable String subject,
            int warnings,
            @Nullable String eventName,
            @Nullable String customerName,
            Instant changedAt) {

        static Line of(Invitation i, Cards.Around around) {
            Draft draft = i.draft();
            return new Line(
                    i.id(),
                    i.occasion().eventId(),
                    i.occasion().customerId(),
                    i.contactName(),
                    i.csmId(),
                    i.occasion().kind().name(),
                    i.occasion().number(),
                    i.status().name(),
                    i.revision(),
                    draft == null ? null : draft.hash(),
                    i.reason().name(),
                    i.match().score(),
                    draft == null ? null : draft.mail().subject(),
                    draft == null ? 0 : draft.warnings().size(),
                    around.event() == null ? null : around.event().name(),
                    around.customer() == null ? null : around.customer().name(),
                    i.changedAt());
        }
    }

    /** An invitation in few words. */
    record Brief(String id, String customerId, String status) {

        static Brief of(Invitation i) {
            return new Brief(i.id(), i.occasion().customerId(), i.status().name());
        }
    }

    /** A customer that was not invited. */
    record Turned(String customerId, String why) {}

    /** What came of asking for invitations. */
    record Invited(List<Brief> invitations, List<Turned> refused) {

        static Invited of(List<Hall.Entry> entries) {
            return new Invited(
                    entries.stream()
                            .filter(Hall.Entry.Standing.class::isInstance)
                            .map(e -> Brief.of(((Hall.Entry.Standing) e).invitation()))
                            .toList(),
                    entries.stream()
                            .filter(Hall.Entry.Turned.class::isInstance)
                            .map(Hall.Entry.Turned.class::cast)
                            .map(t -> new Turned(t.customerId(), t.why()))
                            .toList());
        }
    }

    /**
     * What became of one decision.
     *
     * @param problem null = it is done
     */
    record Decided(
            String id, @Nullable String status, @Nullable String problem) {}
}
