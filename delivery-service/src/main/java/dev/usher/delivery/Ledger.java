package dev.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every step of a mail, each in one transaction: the row's new state and what others are told of it. */
@Service
class Ledger {

    private final Deliveries deliveries;
    private final Orphans orphans;
    private final Standings standings;
    private final Withdrawals withdrawals;
    private final Teller teller;
    private final Pace pace;

    Ledger(
            Deliveries deliveries,
            Orphans orphans,
            Standings standings,
            Withdrawals withdrawals,
            Teller teller,
            Pace pace) {
        this.deliveries = deliveries;
        this.orphans = orphans;
        this.standings = standings;
        this.withdrawals = withdrawals;
        this.teller = teller;
        this.pace = pace;
    }

    /** Compare and set: the winner's draft is the mail's, any other is an orphan that nobody sends. Empty for the loser. */
    Mono<Delivery> keep(Delivery claimed, Draft draft) {
        Instant now = pace.now();
        return deliveries
                .keep(claimed, draft, now)
                .flatMap(kept -> kept
                        ? pace.readFrom(claimed.mailbox(), draft.historyId()).thenReturn(claimed.with(draft))
                        : orphans.add(claimed, draft.id(), now, now).then(Mono.<Delivery>empty()))
                .as(pace::inOne);
    }

    /** drafts.create was not answered: the draft may be there. It is looked for by its header, later. */
    Mono<Void> draftInDoubt(Delivery claimed) {
        Instant now = pace.now();
        return orphans.add(claimed, null, now, now.plus(pace.quarantine())).as(pace::inOne);
    }

    /**
     * Commits SENDING under a fresh lease, unless the mail left our hands or something stands against it. From here on it
     * is too late to call it back. Empty where it must not be sent.
     */
    Mono<Delivery> begin(Delivery claimed) {
        return deliveries.lock(claimed).flatMap(this::cleared).as(pace::inOne);
    }

    private Mono<Delivery> cleared(Delivery locked) {
        return clearance(locked).flatMap(clearance -> switch (clearance) {
            case Clearance.Go _ -> sending(locked);
            case Clearance.Stop stop -> stopped(locked, stop.end(), stop.why()).then(Mono.<Delivery>empty());
        });
    }

    private Mono<Delivery> sending(Delivery locked) {
        Instant now = pace.now();
        var change = new Deliveries.Change(null, now, now.plus(pace.lease()), locked.attempts());
        return step(locked, State.SENDING, change, null).filter(moved -> moved).thenReturn(locked.in(State.SENDING));
    }

    /** Whether anything stands against a mail that has not gone, just now. */
    Mono<Clearance> clearance(Delivery mail) {
        return clearance(mail.mail(), mail.revision(), mail.guest(), mail.eventVersion());
    }

    Mono<Clearance> clearance(Commission mail) {
        return clearance(
                mail.mail(), mail.revision(), mail.guest(), mail.content().eventVersion());
    }

    private Mono<Clearance> clearance(MailId mail, int revision, Guest guest, int eventVersion) {
        return withdrawals
                .why(mail, revision)
                .<Clearance>map(why -> new Clearance.Stop(State.WITHDRAWN, why))
                .switchIfEmpty(Mono.defer(() -> standings
                        .of(guest, pace.now())
                        .map(standing -> Clearance.of(mail.kind(), eventVersion, standing))));
    }

    /** Gmail took it: a fact, whatever else happened meanwhile. */
    Mono<Void> accepted(Delivery sent, String gmailId, @Nullable String messageId) {
        Instant now = pace.now();
        return deliveries
                .accept(sent, gmailId, messageId, now, pace.silentAt(sent.mail().kind(), now))
                .filter(first -> first)
                .flatMap(_ -> pace.unpark(sent.mailbox()).then(teller.tell(sent.accepted(messageId), null, now)))
                .as(pace::inOne);
    }

    /** The mail ends unsent; its draft, if any, is left to the janitor. */
    Mono<Void> ended(Delivery delivery, State end, String why) {
        return stopped(delivery, end, why).as(pace::inOne);
    }

    /** As {@link #ended}, of each of these. */
    Mono<Void> ended(Flux<Delivery> deliveries, State end, String why) {
        return deliveries
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(delivery -> ended(delivery, end, why))
                .then();
    }

    private Mono<Void> stopped(Delivery delivery, State end, String why) {
        Instant now = pace.now();
        var change = new Deliveries.Change(why, now, null, delivery.attempts());
        Draft draft = delivery.draft();
        Mono<Void> swept =
                draft == null || end == State.NEEDS_HUMAN ? Mono.empty() : orphans.add(delivery, draft.id(), now, now);
        return step(delivery, end, change, why).flatMap(moved -> moved ? swept : Mono.empty());
    }

    /** Nobody knows whether it went: it rests, then Gmail is asked. */
    Mono<Void> unknown(Delivery delivery, String why) {
        var rest = new Deliveries.Change(why, pace.now().plus(pace.quarantine()), null, delivery.attempts());
        return step(delivery, State.UNKNOWN, rest, why).then().as(pace::inOne);
    }

    /** Gmail said no, or nothing: what happens next depends on what it said and on how far the mail was. */
    Mono<Void> setBack(Delivery delivery, Failure failure) {
        return (failure instanceof Failure.Rejected bad && delivery.state() != State.UNKNOWN
                        ? stopped(delivery, State.REFUSED, bad.why())
                        : tryAgain(delivery, failure, delivery.state() == State.UNKNOWN))
                .as(pace::inOne);
    }

    /** As {@link #setBack}, but of a mail of which a sending before this one was never answered: it is UNKNOWN again. */
    Mono<Void> unsettled(Delivery sending, Failure failure) {
        return tryAgain(sending, failure, true).as(pace::inOne);
    }

    private Mono<Void> tryAgain(Delivery delivery, Failure failure, boolean doubted) {
        State next = doubted ? State.UNKNOWN : State.PENDING;
        return switch (failure) {
            case Failure.Throttled slow -> again(delivery, next, pace.backoff(delivery.attempts() + 1), slow.why());
            case Failure.OverBudget full -> again(delivery, next, Duration.between(pace.now(), full.until()), null);
            case Failure.CapReached cap -> parked(delivery, next, cap.why(), false);
            case Failure.Locked locked -> parked(delivery, next, locked.why(), true);
            case Failure.Rejected _, Failure.Missing _, Failure.NoAnswer _ -> inDoubt(delivery, next, failure);
        };
    }

    private Mono<Void> inDoubt(Delivery delivery, State next, Failure failure) {
        return delivery.state() == State.SENDING
                ? unknown(delivery, failure.why())
                : again(delivery, next, pace.backoff(delivery.attempts() + 1), failure.why());
    }

    /** This was not done for certain: PENDING again, or still UNKNOWN where an earlier sending is in doubt. */
    private Mono<Void> again(Delivery delivery, State next, Duration pause, @Nullable String why) {
        int attempts = delivery.attempts() + (why == null ? 0 : 1);
        var change = new Deliveries.Change(why, pace.now().plus(pause), null, attempts);
        return deliveries.move(delivery, next, change, pace.now()).then();
    }

    /** It goes on by itself once the mailbox lets us in again; only a person can see to that where it is locked. */
    private Mono<Void> parked(Delivery delivery, State next, String why, boolean locked) {
        String owner = locked ? "connect the mailbox " + delivery.mailbox() + " again: " + why : why;
        Mono<Void> told = locked
                ? teller.locked(delivery, owner, pace.now())
                : teller.rests(delivery, "the mailbox " + delivery.mailbox() + " rests: " + why, pace.now());
        return pace.park(delivery.mailbox(), why)
                .then(again(delivery, next, Duration.ZERO, owner))
                .then(told);
    }

    /** False, and nothing told, where the mail had left our hands. */
    private Mono<Boolean> step(Delivery from, State to, Deliveries.Change change, @Nullable String why) {
        Instant now = pace.now();
        return deliveries
                .move(from, to, change, now)
                .flatMap(moved -> moved ? teller.tell(from.in(to), why, now).thenReturn(true) : Mono.just(false));
    }
}
