package dev.usher.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What a person decides about a draft. It is on disk, and on its way to delivery, before the answer. */
@Component
public class Deciding {

    private final Invitations invitations;
    private final Events events;
    private final Customers customers;
    private final Announcer announcer;
    private final Origins origins;
    private final TransactionalOperator transaction;

    Deciding(
            Invitations invitations,
            Events events,
            Customers customers,
            Announcer announcer,
            Origins origins,
            TransactionalOperator transaction) {
        this.invitations = invitations;
        this.events = events;
        this.customers = customers;
        this.announcer = announcer;
        this.origins = origins;
        this.transaction = transaction;
    }

    /**
     * Lets exactly the bytes behind {@code hash} go. Empty = no such invitation.
     *
     * @param who null = the CSM of the customer
     * @param sendAt null = at once
     */
    public Mono<Outcome> approve(String id, String hash, @Nullable String who, @Nullable Instant sendAt) {
        return decide(
                id,
                Status.APPROVED,
                i -> hindrance(i)
                        .map(found -> found.isPresent() && i.status() == Status.DRAFTED
                                ? new Outcome.Conflict(found.get())
                                : i.approve(hash, change(i, who, null), sendAt)));
    }

    /** What became of event and guest since the draft was made, if it forbids sending it. */
    private Mono<Optional<String>> hindrance(Invitation i) {
        Mono<Optional<String>> event = events.find(i.occasion().eventId())
                .map(e ->
                        Policy.unwelcome(e, i.occasion().kind(), origins.now()).or(() -> changed(i, e)))
                .defaultIfEmpty(Optional.empty());
        Mono<Optional<String>> guest = customers
                .find(i.occasion().customerId())
                .map(c -> c.contact(i.occasion().contactId())
                        .map(to -> to.optedOut()
                                ? Optional.of(to.name() + " opted out of event mail")
                                : Optional.<String>empty())
                        .orElse(Optional.of("the contact was removed")))
                .defaultIfEmpty(Optional.of("the customer was removed"));
        return Mono.zip(event, guest, (a, b) -> a.or(() -> b));
    }

    private static Optional<String> changed(Invitation i, Event event) {
        return i.draft() != null && i.draft().mail().eventVersion() < event.version()
                ? Optional.of("the event changed; the draft is being written anew")
                : Optional.empty();
    }

    /** Empty = no such invitation. */
    public Mono<Outcome> reject(String id, @Nullable String who, @Nullable String why) {
        return decide(id, Status.REJECTED, i -> Mono.just(i.reject(change(i, who, why))));
    }

    /** Taken back at once, or asked of delivery; empty = no such invitation. */
    public Mono<Outcome> withdraw(String id, @Nullable String who) {
        return decide(id, Status.WITHDRAWN, i -> Mono.just(i.withdraw(change(i, who, null))));
    }

    private Mono<Outcome> decide(String id, Status decision, Function<Invitation, Mono<Outcome>> decide) {
        return transaction.transactional(
                invitations.lock(id).flatMap(decide).flatMap(outcome -> keep(outcome, decision)));
    }

    private Mono<Outcome> keep(Outcome outcome, Status decision) {
        return switch (outcome) {
            case Outcome.Done done -> keep(done.next(), done.step(), decision).thenReturn(outcome);
            case Outcome.Asked asked ->
                keep(asked.next(), asked.step(), decision).thenReturn(outcome);
            case Outcome.Conflict conflict -> Mono.just(outcome);
            case Outcome.Stale stale -> Mono.just(outcome);
            case Outcome.Unchanged unchanged -> Mono.just(outcome);
        };
    }

    private Mono<Void> keep(Invitation next, Step step, Status decision) {
        Change change = new Change(step.who(), step.at(), step.why());
        return invitations.save(next, step).then(announcer.decision(next, decision, change));
    }

    private Change change(Invitation of, @Nullable String who, @Nullable String why) {
        return origins.change(whose(of, who), why);
    }

    /** The person who decides: before there are logins, the CSM of the customer. */
    static String whose(Invitation of, @Nullable String who) {
        return who == null ? Objects.requireNonNullElse(of.csmId(), "api") : who;
    }
}
