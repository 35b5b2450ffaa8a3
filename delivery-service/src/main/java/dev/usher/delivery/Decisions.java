package dev.usher.delivery;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What a person decided about a mail comes in here, once; each runs in the transaction of its record. */
@Service
public class Decisions {

    private final Deliveries deliveries;
    private final Withdrawals withdrawals;
    private final SentMails sent;
    private final Envelopes envelopes;
    private final Ledger ledger;
    private final Teller teller;
    private final Clock clock;

    Decisions(
            Deliveries deliveries,
            Withdrawals withdrawals,
            SentMails sent,
            Envelopes envelopes,
            Ledger ledger,
            Teller teller,
            Clock clock) {
        this.deliveries = deliveries;
        this.withdrawals = withdrawals;
        this.sent = sent;
        this.envelopes = envelopes;
        this.ledger = ledger;
        this.teller = teller;
        this.clock = clock;
    }

    /** Takes the mail on, or refuses it and says why. The same approval again changes nothing. */
    public Mono<Void> approved(Approval approval) {
        Commission commission = Commission.of(approval, clock.instant());
        if (!approval.genuine()) {
            return refuse(commission, "the content is not what was approved: its hash differs");
        }
        return ledger.clearance(commission).flatMap(clearance -> switch (clearance) {
            case Clearance.Go _ -> takeOn(commission);
            case Clearance.Stop stop -> end(commission, stop.end(), stop.why());
        });
    }

    private Mono<Void> takeOn(Commission commission) {
        return sent.earlier(commission.guest(), commission.content().sender())
                .filter(_ -> commission.mail().kind() != Kind.INVITATION)
                .map(earlier -> envelopes.seal(commission, earlier, null))
                .switchIfEmpty(Mono.fromSupplier(() -> envelopes.seal(commission, null, null)))
                .flatMap(envelope -> deliveries.add(commission, envelope, clock.instant()))
                .then()
                .onErrorResume(Envelopes.Unsendable.class, no -> refuse(commission, String.valueOf(no.getMessage())));
    }

    private Mono<Void> refuse(Commission commission, String why) {
        return end(commission, State.REFUSED, why);
    }

    private Mono<Void> end(Commission commission, State end, String why) {
        Instant now = clock.instant();
        return deliveries.addEnded(commission, end, why, now).flatMap(ended -> teller.tell(ended, why, now));
    }

    /**
     * Calls a mail back: WITHDRAWN where it had not begun, else its state is told again: too late. The end of a mail that
     * ended unsent was told before. The call is kept on record, for an approval that is still to come and for a sending that
     * Gmail puts off.
     */
    public Mono<Void> withdrawn(MailId mail, int revision, String why) {
        return withdrawals.add(mail, revision, why, clock.instant()).then(Mono.defer(() -> callBack(mail, why)));
    }

    private Mono<Void> callBack(MailId mail, String why) {
        return deliveries.lock(mail).flatMap(found -> switch (found.state()) {
            case PENDING -> ledger.ended(found, State.WITHDRAWN, why);
            case WITHDRAWN, REFUSED -> Mono.empty();
            case SENDING, UNKNOWN, ACCEPTED, NEEDS_HUMAN ->
                teller.tell(found, "too late to withdraw: the mail is " + found.state(), clock.instant());
        });
    }
}
