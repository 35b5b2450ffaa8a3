package dev.usher.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person about one event, from the wish to the answer. Every decision is a pure method that takes
 * {@code now} and returns what is to be kept.
 *
 * @param contactName as it was when drafted; null = nobody could be chosen
 * @param by who brought it into its state
 * @param revision 0 before the first draft, +1 with every change of the content
 * @param approval null unless approved
 * @param recall null unless delivery was asked to give it back
 * @param seat the last registration's status; null = none
 */
public record Invitation(
        String id,
        Occasion occasion,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String csmId,
        Status status,
        @Nullable String why,
        String by,
        Reason reason,
        Match match,
        int revision,
        @Nullable Draft draft,
        @Nullable Approval approval,
        @Nullable Recall recall,
        @Nullable Instant sentAt,
        @Nullable String seat,
        Instant createdAt,
        Instant changedAt) {

    /** Matching is to be asked about this pair. */
    static Invitation requested(
            String id, Occasion of, Customer customer, Customer.Contact to, Reason why, Instant now) {
        return fresh(id, of.with(to.id()), customer, to, Status.REQUESTED, null, why, now);
    }

    /** It ends before it began; {@code to} is null where nobody could be chosen. */
    static Invitation refused(
            String id,
            Occasion of,
            Customer customer,
            Customer.@Nullable Contact to,
            Reason reason,
            String why,
            Instant now) {
        return fresh(id, of, customer, to, Status.REFUSED, why, reason, now);
    }

    private static Invitation fresh(
            String id,
            Occasion of,
            Customer customer,
            Customer.@Nullable Contact to,
            Status status,
            @Nullable String why,
            Reason reason,
            Instant now) {
        String name = to == null ? null : to.name();
        String email = to == null ? null : to.email();
        String by = status == Status.REFUSED ? "policy" : reason.who();
        return new Invitation(
                id,
                of,
                name,
                email,
                customer.csmId(),
                status,
                why,
                by,
                reason,
                Match.NONE,
                0,
                null,
                null,
                null,
                null,
                null,
                now,
                now);
    }

    /** A draft exists, the first or a new one. The same content again is no news, unless explanation or name is. */
    Outcome drafted(Draft draft, Match match, Customer customer, Customer.Contact to, Change change) {
        if (!status.open() && !toBeRewritten()) {
            return new Outcome.Conflict(happened());
        }
        boolean same = this.draft != null && this.draft.hash().equals(draft.hash()) && status == Status.DRAFTED;
        if (same && this.match.equals(match) && to.name().equals(contactName)) {
            return new Outcome.Unchanged();
        }
        int next = same ? revision : revision + 1;
        Invitation after = new Invitation(
                id,
                occasion.with(to.id()),
                to.name(),
                to.email(),
                customer.csmId(),
                Status.DRAFTED,
                change.why(),
                change.who(),
                reason,
                match,
                next,
                draft,
                null,
                null,
                sentAt,
                seat,
                createdAt,
                change.at());
        Step step = new Step(change.at(), change.who(), "DRAFTED", EventChange.news(this, draft, change));
        return new Outcome.Done(after, step);
    }

    private boolean toBeRewritten() {
        return status.underWay() && recall != null && recall.rewrite();
    }

    /** A person rewrote it. */
    Outcome edited(Draft draft, Customer.Contact to, Change change) {
        if (status != Status.DRAFTED) {
            return new Outcome.Conflict(happened());
        }
        Invitation after = new Invitation(
                id,
                occasion.with(to.id()),
                to.name(),
                to.email(),
                csmId,
                status,
                change.why(),
                change.who(),
                reason,
                match,
                revision + 1,
                draft,
                null,
                null,
                sentAt,
                seat,
                createdAt,
                change.at());
        return new Outcome.Done(after, change.step("EDITED"));
    }

    /** A person lets exactly the bytes behind {@code hash} go. */
    Outcome approve(String hash, Change change, @Nullable Instant sendAt) {
        if (status != Status.DRAFTED || draft == null) {
            return new Outcome.Conflict(happened());
        }
        if (!draft.hash().equals(hash)) {
            return new Outcome.Conflict("the draft changed: it is at revision %d now (%s by %s); look again"
                    .formatted(revision, why == null ? "changed" : why, by));
        }
        if (draft.mail().sender().isEmpty()) {
            return new Outcome.Conflict("nobody can send it: this customer has no CSM with a mailbox");
        }
        Approval approval = new Approval(change.who(), change.at(), revision, sendAt);
        return new Outcome.Done(moved(Status.APPROVED, approval, null, change), change.step("APPROVED"));
    }

    /** A person does not want it. */
    Outcome reject(Change change) {
        return status.open()
                ? new Outcome.Done(moved(Status.REJECTED, null, null, change), change.step("REJECTED"))
                : new Outcome.Conflict(happened());
    }

    /** Taken back: at once while nobody approved it, by asking delivery while it may not have begun. */
    Outcome withdraw(Change change) {
        if (status.open()) {
            return new Outcome.Done(moved(Status.WITHDRAWN, null, null, change), change.step("WITHDRAWN"));
        }
        return status.underWay() ? recalled(change, false) : new Outcome.Conflict(tooLate());
    }

    /** What was approved is no longer right: asked back from delivery, to be written anew. */
    Outcome recall(Change change) {
        boolean asked = toBeRewritten() && recall != null && recall.why().equals(change.why());
        return status.underWay() && !asked ? recalled(change, true) : new Outcome.Unchanged();
    }

    private Outcome recalled(Change change, boolean rewrite) {
        boolean ends = !rewrite || (recall != null && !recall.rewrite());
        Recall asked = new Recall(change.who(), Objects.requireNonNullElse(change.why(), "withdrawn"), !ends, null);
        return new Outcome.Asked(asked(asked), change.step("ASKED_BACK"));
    }

    private Invitation asked(Recall asked) {
        return new Invitation(
                id,
                occasion,
                contactName,
                contactEmail,
                csmId,
                status,
                why,
                by,
                reason,
                match,
                revision,
                draft,
                approval,
                asked,
                sentAt,
                seat,
                createdAt,
                changedAt);
    }

    /** Nobody will read it in time any more. */
    Outcome expire(Change change) {
        return status.open()
                ? new Outcome.Done(moved(Status.EXPIRED, null, null, change), change.step("EXPIRED"))
                : new Outcome.Unchanged();
    }

    /** A policy ends it before anybody approved it. */
    Outcome refuse(Change change) {
        return status.open()
                ? new Outcome.Done(moved(Status.REFUSED, null, null, change), change.step("REFUSED"))
                : new Outcome.Unchanged();
    }

    /** A person asked for what an automatic trigger had begun: hers is the reason from now on. */
    Outcome raise(Reason.CsmRequest request, Instant now) {
        if (!status.open() || reason instanceof Reason.CsmRequest) {
            return new Outcome.Unchanged();
        }
        Invitation next = new Invitation(
                id,
                occasion,
                contactName,
                contactEmail,
                csmId,
                status,
                why,
                by,
                request,
                match,
                revision,
                draft,
                approval,
                recall,
                sentAt,
                seat,
                createdAt,
                changedAt);
        return new Outcome.Done(next, new Step(now, request.who(), "ASKED_FOR", request.note()));
    }

    /** What delivery or the guest reported, about revision {@code about}; 0 = whichever was sent. */
    Outcome reported(Status reported, int about, Change change) {
        Recall answered = recall == null ? null : recall.answered(change.why());
        boolean news = status.yieldsTo(reported) || (status == reported && !Objects.equals(recall, answered));
        if (!news || (unsent(reported) && stale(about))) {
            return new Outcome.Unchanged();
        }
        Instant sent = reported == Status.ACCEPTED && sentAt == null ? change.at() : sentAt;
        Recall open = reported.underWay() ? answered : null;
        Invitation next = new Invitation(
                id,
                occasion,
                contactName,
                contactEmail,
                csmId,
                reported,
                change.why(),
                change.who(),
                reason,
                match,
                revision,
                draft,
                approval,
                open,
                sent,
                seat,
                createdAt,
                change.at());
        return new Outcome.Done(next, change.step(reported.name()));
    }

    private static boolean unsent(Status reported) {
        return reported == Status.WITHDRAWN || reported == Status.REFUSED;
    }

    /** Whether a report is about an approval that another took the place of. */
    private boolean stale(int about) {
        return approval == null || (about != 0 && about != approval.revision());
    }

    /**
     * This, recalled, where delivery's word that it did not send means that a new draft is wanted: we asked for it, or
     * delivery saw by itself that the event is not the one that was approved. Empty otherwise.
     */
    Optional<Invitation> givenBack(Status reported, int about, Change change) {
        if (!unsent(reported) || stale(about) || !status.underWay()) {
            return Optional.empty();
        }
        if (recall != null) {
            return Optional.of(this).filter(Invitation::toBeRewritten);
        }
        boolean changed = reported == Status.WITHDRAWN
                && change.why() != null
                && change.why().contains(EventChange.WHY);
        return changed ? Optional.of(asked(new Recall(change.who(), EventChange.WHY, true, null))) : Optional.empty();
    }

    /** The same, with the seat the guest has now. */
    Invitation seated(String registration) {
        return new Invitation(
                id,
                occasion,
                contactName,
                contactEmail,
                csmId,
                status,
                why,
                by,
                reason,
                match,
                revision,
                draft,
                approval,
                recall,
                sentAt,
                registration,
                createdAt,
                changedAt);
    }

    private Invitation moved(Status to, @Nullable Approval approval, @Nullable Recall recall, Change change) {
        return new Invitation(
                id,
                occasion,
                contactName,
                contactEmail,
                csmId,
                to,
                change.why(),
                change.who(),
                reason,
                match,
                revision,
                draft,
                approval,
                recall,
                sentAt,
                seat,
                createdAt,
                change.at());
    }

    /** Its state in words, for the one who came too late. */
    String happened() {
        String because = why == null ? "" : ": " + why;
        String who = approval == null || status == Status.APPROVED
                ? ""
                : "approved by %s at %s; ".formatted(approval.who(), approval.at());
        return "%sit is %s since %s, by %s%s".formatted(who, status, changedAt, by, because);
    }

    private String tooLate() {
        return status.live() ? "too late: " + happened() : happened();
    }
}
