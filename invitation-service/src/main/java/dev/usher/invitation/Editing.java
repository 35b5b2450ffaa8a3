package dev.usher.invitation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A person rewrites a draft, or turns it to another contact. */
@Component
public class Editing {

    /**
     * What she changed.
     *
     * @param revision the one she looked at; null = whichever it is
     * @param edit null = only the contact changes: the draft is written anew for that person
     * @param contactId null = the contact stays
     * @param who null = the CSM of the customer
     */
    public record Wish(
            String id,
            @Nullable Integer revision,
            Drafting.@Nullable Edit edit,
            @Nullable String contactId,
            @Nullable String who) {

        private boolean isBasedOn(int present) {
            return revision == null || revision == present;
        }
    }

    private final Invitations invitations;
    private final Known known;
    private final World world;
    private final Writing writing;
    private final Origins origins;
    private final TransactionalOperator transaction;

    Editing(
            Invitations invitations,
            Known known,
            World world,
            Writing writing,
            Origins origins,
            TransactionalOperator transaction) {
        this.invitations = invitations;
        this.known = known;
        this.world = world;
        this.writing = writing;
        this.origins = origins;
        this.transaction = transaction;
    }

    /** Done, Stale, Conflict, Unknown or TooLarge; empty = no such invitation. */
    public Mono<Outcome> edit(Wish wish) {
        Mono<Outcome> change = invitations.lock(wish.id()).flatMap(of -> edit(of, wish));
        return transaction
                .transactional(change)
                .onErrorResume(
                        DuplicateKeyException.class,
                        twice -> Mono.just(
                                new Outcome.Conflict("there is another invitation to this event for this contact")));
    }

    private Mono<Outcome> edit(Invitation of, Wish wish) {
        if (of.status() != Status.DRAFTED) {
            return Mono.just(new Outcome.Conflict(of.happened()));
        }
        if (!wish.isBasedOn(of.revision())) {
            return Mono.just(new Outcome.Stale(of.revision()));
        }
        String contactId = wish.contactId() == null ? of.occasion().contactId() : wish.contactId();
        return Mono.zip(
                        known.event(of.occasion().eventId(), 0),
                        known.customer(of.occasion().customerId()))
                .flatMap(t -> t.getT2()
                        .contact(contactId)
                        .map(contact -> edit(of, wish, new Writing.About(t.getT1(), t.getT2(), contact)))
                        .orElseGet(() -> Mono.just(nobody(wish))))
                .defaultIfEmpty(new Outcome.Conflict("the event or the customer is gone"));
    }

    /** A contact she named never was there; the invitation's own was, when it was made. */
    private static Outcome nobody(Wish wish) {
        return wish.contactId() == null
                ? new Outcome.Conflict("this customer has no such contact any more")
                : new Outcome.Unknown("contactId", "is no contact of this customer");
    }

    private Mono<Outcome> edit(Invitation of, Wish wish, Writing.About about) {
        return world.unreachable(about.contact())
                .flatMap(why -> why.isPresent()
                        ? Mono.just(new Outcome.Conflict(why.get()))
                        : wish.edit() == null
                                ? anew(of, about, wish)
                                : writing.rewrite(of, about, wish.edit(), by(of, wish)));
    }

    private Mono<Outcome> anew(Invitation of, Writing.About about, Wish wish) {
        Change change = by(of, wish);
        return writing.write(of, of.match(), about, List.of(), change)
                .map(next -> new Outcome.Done(next, change.step("DRAFTED")));
    }

    private Change by(Invitation of, Wish wish) {
        return origins.change(Deciding.whose(of, wish.who()), wish.edit() == null ? "another contact" : "edited");
    }
}
