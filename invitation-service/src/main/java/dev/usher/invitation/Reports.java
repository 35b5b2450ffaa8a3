package dev.usher.invitation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What delivery and the guest report, about mails that were approved. */
@Component
public class Reports {

    /**
     * What became of a mail.
     *
     * @param revision the approved one
     */
    public record Delivered(
            String invitationId,
            Status status,
            int revision,
            @Nullable String recipient,
            @Nullable String why,
            Instant at) {}

    /**
     * What a guest answered.
     *
     * @param seat the registration's status, such as REGISTERED
     */
    public record Answered(
            String invitationId, String seat, @Nullable String why, Instant at) {}

    private final Invitations invitations;
    private final Suppressions suppressions;
    private final Revisions revisions;
    private final Revising revising;

    Reports(Invitations invitations, Suppressions suppressions, Revisions revisions, Revising revising) {
        this.invitations = invitations;
        this.suppressions = suppressions;
        this.revisions = revisions;
        this.revising = revising;
    }

    /** Joins the caller's transaction. A report about no invitation of ours changes nothing. */
    public Mono<Void> delivered(Delivered report) {
        return invitations
                .lock(report.invitationId())
                .flatMap(i -> suppress(i, report).then(delivered(i, report)));
    }

    private Mono<Void> delivered(Invitation i, Delivered report) {
        Change told = new Change("delivery", report.at(), report.why());
        Change change = i.recall() != null && report.status() == Status.WITHDRAWN
                ? new Change(i.recall().who(), report.at(), i.recall().why())
                : told;
        return i.givenBack(report.status(), report.revision(), told)
                .map(revising::givenBack)
                .orElseGet(() -> keep(i.reported(report.status(), report.revision(), change)));
    }

    private Mono<Void> keep(Outcome outcome) {
        return outcome instanceof Outcome.Done done ? invitations.save(done.next(), done.step()) : Mono.empty();
    }

    private Mono<Void> suppress(Invitation i, Delivered report) {
        String address = report.recipient() == null ? i.contactEmail() : report.recipient();
        String why = suppression(report);
        return address == null || why == null
                ? Mono.empty()
                : suppress(address.toLowerCase(Locale.ROOT), why, report.at());
    }

    /** What else waits for that address is looked at again: nobody may approve it any more. */
    private Mono<Void> suppress(String address, String why, Instant at) {
        return suppressions.add(address, why, at).then(revisions.markAddress(address));
    }

    /** A mailbox that is full today is no reason for ever. */
    private static @Nullable String suppression(Delivered report) {
        String said = report.why() == null ? "" : report.why().toLowerCase(Locale.ROOT);
        return switch (report.status()) {
            case UNSUBSCRIBED -> "unsubscribed from event mail";
            case BOUNCED ->
                said.contains("soft") || said.contains("temporar") ? null : "cannot be reached: mail bounced";
            default -> null;
        };
    }

    /** Joins the caller's transaction. */
    public Mono<Void> answered(Answered answer) {
        return invitations.lock(answer.invitationId()).flatMap(i -> answered(i.seated(answer.seat()), answer));
    }

    private Mono<Void> answered(Invitation seated, Answered answer) {
        Change change = new Change("guest", answer.at(), answer.why());
        Status status = switch (answer.seat()) {
            case "REGISTERED", "ATTENDED" -> Status.REGISTERED;
            case "DECLINED", "CANCELLED" -> Status.DECLINED;
            default -> null;
        };
        Outcome outcome = status == null ? new Outcome.Unchanged() : seated.reported(status, 0, change);
        return outcome instanceof Outcome.Done done
                ? invitations.save(done.next(), change.step(answer.seat()))
                : invitations.save(seated, change.step(answer.seat()));
    }
}
