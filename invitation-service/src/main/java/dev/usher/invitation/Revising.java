package dev.usher.invitation;

import dev.usher.invitation.Customer.Contact;
import dev.usher.invitation.Writing.About;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps drafts true: an event, a customer or the calendar moved on, and what is not sent yet must follow. */
@Component
public class Revising {

    private static final int AT_ONCE = 20;
    private static final int LAPSED_AT_ONCE = 500;

    private final Invitations invitations;
    private final Revisions revisions;
    private final World world;
    private final Writing writing;
    private final Announcer announcer;
    private final Origins origins;

    Revising(
            Invitations invitations,
            Revisions revisions,
            World world,
            Writing writing,
            Announcer announcer,
            Origins origins) {
        this.invitations = invitations;
        this.revisions = revisions;
        this.world = world;
        this.writing = writing;
        this.announcer = announcer;
        this.origins = origins;
    }

    /** Keeps the event and marks what was not sent yet, in the caller's transaction; {@link #round} rewrites it. */
    public Mono<Void> eventChanged(Event event) {
        return world.keep(event).flatMap(news -> news ? revisions.markEvent(event.id()) : Mono.empty());
    }

    /** As {@link #eventChanged}; {@code customer} is null when it was erased. */
    public Mono<Void> customerChanged(String id, @Nullable Customer customer) {
        return customer == null
                ? revisions.markCustomer(id).then(world.erase(id))
                : world.keep(customer).flatMap(news -> news ? revisions.markCustomer(id) : Mono.empty());
    }

    /** Works off some of what was marked; the number of invitations looked at, 0 = nothing is left. */
    public Mono<Integer> round(TransactionalOperator transaction) {
        return revisions.any().flatMap(any -> any ? transaction.transactional(some()) : Mono.just(0));
    }

    private Mono<Integer> some() {
        return revisions
                .take(AT_ONCE)
                .collectList()
                .flatMap(ids -> Flux.fromIterable(ids).concatMap(this::revise).then(Mono.just(ids.size())));
    }

    /**
     * Ends open invitations to events that are over. All are read before the first is revised: in one transaction there is
     * one connection, and a statement that waits on it for a query that nobody reads on waits for ever.
     */
    public Mono<Void> expire(TransactionalOperator transaction) {
        return transaction.transactional(invitations
                .lapsed(origins.now(), LAPSED_AT_ONCE)
                .collectList()
                .flatMapIterable(lapsed -> lapsed)
                .concatMap(this::revise)
                .then());
    }

    private Mono<Void> revise(String id) {
        return invitations
                .lock(id)
                .flatMap(i -> Mono.zip(
                                world.event(i.occasion().eventId())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()),
                                world.customer(i.occasion().customerId())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()))
                        .flatMap(
                                t -> revise(i, t.getT1().orElse(null), t.getT2().orElse(null))));
    }

    private Mono<Void> revise(Invitation i, @Nullable Event event, @Nullable Customer customer) {
        Contact contact = customer == null
                ? null
                : customer.contact(i.occasion().contactId()).orElse(null);
        if (event == null) {
            return Mono.empty();
        }
        if (customer == null || contact == null) {
            return end(i, "the contact was removed");
        }
        About about = new About(event, customer, contact);
        return world.unreachable(contact).flatMap(why -> why.isPresent() ? end(i, why.get()) : reachable(i, about));
    }

    private Mono<Void> reachable(Invitation i, About about) {
        Optional<String> unwelcome =
                Policy.unwelcome(about.event(), i.occasion().kind(), origins.now());
        return unwelcome.isPresent()
                ? (about.event().cancelled() ? end(i, unwelcome.get()) : expire(i, unwelcome.get()))
                : about.overtakes(i).map(why -> follow(i, about, why)).orElseGet(Mono::empty);
    }

    private Mono<Void> follow(Invitation i, About about, String why) {
        Change change = origins.change("policy", why);
        return i.status() == Status.DRAFTED
                ? writing.write(i, i.match(), about, lost(i, why), change).then()
                : keep(i.recall(change), Status.WITHDRAWN, change);
    }

    private static List<String> lost(Invitation i, String why) {
        return i.draft() != null && i.draft().edited()
                ? List.of(Writing.LOST + "%d were replaced: %s".formatted(i.revision(), why))
                : List.of();
    }

    /** Delivery gave back what was approved before the world moved: a new draft takes its place. */
    Mono<Void> givenBack(Invitation i) {
        Recall recall = Objects.requireNonNull(i.recall());
        return Mono.zip(
                        world.event(i.occasion().eventId()),
                        world.customer(i.occasion().customerId()))
                .flatMap(t -> Mono.justOrEmpty(t.getT2().contact(i.occasion().contactId()))
                        .map(contact -> new About(t.getT1(), t.getT2(), contact)))
                .flatMap(about -> writing.write(
                        i, i.match(), about, lost(i, recall.why()), origins.change(recall.who(), recall.why())))
                .then();
    }

    private Mono<Void> end(Invitation i, String why) {
        Change change = origins.change("policy", why);
        return i.status().open() || i.status().underWay()
                ? keep(i.withdraw(change), Status.WITHDRAWN, change)
                : Mono.empty();
    }

    private Mono<Void> expire(Invitation i, String why) {
        Change change = origins.change("policy", why);
        return keep(i.expire(change), Status.EXPIRED, change);
    }

    private Mono<Void> keep(Outcome outcome, Status decision, Change change) {
        return switch (outcome) {
            case Outcome.Done done -> keep(done.next(), done.step(), decision, change);
            case Outcome.Asked asked -> keep(asked.next(), asked.step(), decision, change);
            default -> Mono.empty();
        };
    }

    private Mono<Void> keep(Invitation next, Step step, Status decision, Change change) {
        return invitations.save(next, step).then(announcer.decision(next, decision, change));
    }
}
