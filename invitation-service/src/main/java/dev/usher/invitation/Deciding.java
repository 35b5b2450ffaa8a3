package dev.usher.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What a person decides about a draft. It is on disk, and on its way to delivery, before the answer. */
@Component
public class Deciding {

    private final Invitations invitations;
    private final Hindrances hindrances;
    private final Revisions revisions;
    private final Announcer announcer;
    private final Origins origins;
    private final TransactionalOperator transaction;

    Deciding(
            Invitations invitations,
            Hindrances hindrances,
            Revisions revisions,
            Announcer announcer,
            Origins origins,
            TransactionalOperator transaction) {
        this.invitations = invitations;
        this.hindrances = hindrances;
        this.revisions = revisions;
        this.announcer = announcer;
        this.origins = origins;
        this.transaction = transaction;
    }

    /**
     * Who decides about what.
     *
     * @param revision the one she looked at; null = whichever it is
     * @param who null = the CSM of the customer
     */
    public record Ask(
            String id, @Nullable Integer revision, @Nullable String who) {}

    /**
     * Lets exactly the bytes behind {@code hash} go. Empty = no such invitation.
     *
     * @param sendAt null = at once
     */
    public Mono<Outcome> approve(Ask ask, String hash, @Nullable Instant sendAt) {
        return decide(
                ask,
                Status.APPROVED,
                i -> hindrances
                        .of(i)
                        .flatMap(found -> found.isPresent() && i.status() == Status.DRAFTED
                                ? hindered(i, found.get())
                                : Mono.just(i.approve(hash, change(i, ask, null), sendAt))));
    }

    /** The draft is looked at again, in case nobody is on it yet. */
    private Mono<Outcome> hindered(Invitation i, String why) {
        return revisions.mark(i.id()).thenReturn(new Outcome.Conflict(why));
    }

    /** Empty = no such invitation. */
    public Mono<Outcome> reject(Ask ask, @Nullable String why) {
        return decide(ask, Status.REJECTED, i -> Mono.just(i.reject(change(i, ask, why))));
    }

    /** Taken back at once, or asked of delivery; empty = no such invitation. */
    public Mono<Outcome> withdraw(Ask ask) {
        return decide(ask, Status.WITHDRAWN, i -> Mono.just(i.withdraw(change(i, ask, null))));
    }

    private Mono<Outcome> decide(Ask ask, Status decision, Function<Invitation, Mono<Outcome>> decide) {
        Integer known = ask.revision();
        return transaction.transactional(invitations
                .lock(ask.id())
                .flatMap(i -> known == null || known == i.revision()
                        ? decide.apply(i)
                        : Mono.just(new Outcome.Stale(i.revision())))
                .flatMap(outcome -> keep(outcome, decision)));
    }

    private Mono<Outcome> keep(Outcome outcome, Status decision) {
        return switch (outcome) {
            case Outcome.Done done -> keep(done.next(), done.step(), decision).thenReturn(outcome);
            case Outcome.Asked asked ->
                keep(asked.next(), asked.step(), decision).thenReturn(outcome);
            case Outcome.Conflict _, Outcome.Stale _, Outcome.TooLarge _, Outcome.Unknown _, Outcome.Unchanged _ ->
                Mono.just(outcome);
        };
    }

    private Mono<Void> keep(Invitation next, Step step, Status decision) {
        Change change = new Change(step.who(), step.at(), step.why());
        return invitations.save(next, step).then(announcer.decision(next, decision, change));
    }

    private Change change(Invitation of, Ask ask, @Nullable String why) {
        return origins.change(whose(of, ask.who()), why);
    }

    /** The person who decides: before there are logins, the CSM of the customer. */
    static String whose(Invitation of, @Nullable String who) {
        return who == null ? Objects.requireNonNullElse(of.csmId(), "api") : who;
    }
}
