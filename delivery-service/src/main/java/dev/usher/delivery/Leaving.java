package dev.usher.delivery;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Someone asks us to stop: her address is never written to again, and what waited for her is refused. */
@Service
public class Leaving {

    private final Invitations invitations;
    private final Suppressions suppressions;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Feedback feedback;
    private final Pace pace;

    Leaving(
            Invitations invitations,
            Suppressions suppressions,
            Deliveries deliveries,
            Ledger ledger,
            Feedback feedback,
            Pace pace) {
        this.invitations = invitations;
        this.suppressions = suppressions;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.feedback = feedback;
        this.pace = pace;
    }

    /** Her address; changes nothing. Empty where the invitation is unknown. */
    public Mono<String> address(String invitationId) {
        return invitations.find(invitationId).map(invited -> invited.guest().address());
    }

    /** On disk before it is answered; again changes nothing. Answers her address; empty where the invitation is unknown. */
    public Mono<String> leave(String invitationId, String source) {
        return invitations
                .find(invitationId)
                .flatMap(invited -> suppressions
                        .add(invited.guest().address(), invitationId, source, pace.now())
                        .flatMap(first -> first ? left(invited) : Mono.empty())
                        .thenReturn(invited.guest().address()))
                .as(pace::inOne);
    }

    private Mono<Void> left(Invited invited) {
        Instant now = pace.now();
        return ledger.ended(
                        deliveries.pendingTo(List.of(invited.guest().key())),
                        State.REFUSED,
                        "the recipient unsubscribed")
                .then(tell(invited, now))
                .then();
    }

    private Mono<Boolean> tell(Invited invited, Instant now) {
        return deliveries
                .lock(invited.mail())
                .flatMap(mail -> feedback.came(mail, Outcome.UNSUBSCRIBED, "by the link in the mail", now));
    }
}
