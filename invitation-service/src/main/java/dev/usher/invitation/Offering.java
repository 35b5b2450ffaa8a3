package dev.usher.invitation;

import dev.usher.invitation.Candidate.Verdict;
import dev.usher.messaging.Later;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What happens with matching's word: the draft somebody waits for, a trigger of its own, or an offer taken back. */
@Component
public class Offering {

    private static final Logger LOG = LoggerFactory.getLogger(Offering.class);

    /** How long a candidate may wait for our own projections; then its event or customer is gone for good. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Hall hall;
    private final Writing writing;
    private final Known known;
    private final Invitations invitations;
    private final Announcer announcer;
    private final Origins origins;

    Offering(Hall hall, Writing writing, Known known, Invitations invitations, Announcer announcer, Origins origins) {
        this.hall = hall;
        this.writing = writing;
        this.known = known;
        this.invitations = invitations;
        this.announcer = announcer;
        this.origins = origins;
    }

    /** Joins the caller's transaction. {@link Later} while the event or the customer has not reached us. */
    public Mono<Void> offered(Candidate candidate) {
        return waiting(candidate)
                .flatMap(waiting -> answer(waiting, candidate))
                .switchIfEmpty(Mono.defer(() -> unasked(candidate)).thenReturn(true))
                .then();
    }

    private Mono<Invitation> waiting(Candidate candidate) {
        return Mono.justOrEmpty(candidate.invitationId())
                .flatMap(invitations::lock)
                .filter(i ->
                        i.occasion().kind() == candidate.kind() && i.occasion().number() == candidate.number());
    }

    /** The answer to a question of ours. The second one says nothing new. */
    private Mono<Boolean> answer(Invitation waiting, Candidate candidate) {
        if (waiting.status() != Status.REQUESTED) {
            return Mono.just(true);
        }
        return about(candidate)
                .flatMap(about -> draft(waiting, candidate, about))
                .switchIfEmpty(Mono.defer(() -> refuse(waiting, candidate)))
                .thenReturn(true);
    }

    private Mono<Invitation> draft(Invitation waiting, Candidate candidate, Writing.About about) {
        var unwelcome = Policy.unwelcome(about.event(), candidate.kind(), origins.now());
        if (unwelcome.isPresent()) {
            return end(waiting, unwelcome.get());
        }
        return about.customer()
                .contact(waiting.occasion().contactId())
                .filter(contact -> !contact.optedOut())
                .map(contact -> write(waiting, candidate, new Writing.About(about.event(), about.customer(), contact)))
                .orElseGet(() -> end(waiting, "the contact was removed or opted out"));
    }

    /** A person's wish outranks matching's filters: refused there, it is drafted without picks, and she is told. */
    private Mono<Invitation> write(Invitation waiting, Candidate candidate, Writing.About about) {
        boolean matched = candidate.verdict() == Verdict.MATCHED;
        List<String> warnings = matched ? List.of() : List.of(Writing.UNFIT + candidate.why());
        Change change = origins.change(waiting.reason().who(), null);
        return writing.write(waiting, matched ? candidate.match() : Match.NONE, about, warnings, change);
    }

    private Mono<Invitation> refuse(Invitation waiting, Candidate candidate) {
        return end(waiting, Objects.requireNonNullElse(candidate.why(), "the event or the customer is not known"));
    }

    private Mono<Invitation> end(Invitation waiting, String why) {
        Change change = origins.change("policy", why);
        return waiting.refuse(change) instanceof Outcome.Done done
                ? invitations
                        .save(done.next(), done.step())
                        .then(announcer.decision(done.next(), Status.REFUSED, change))
                        .thenReturn(done.next())
                : Mono.just(waiting);
    }

    private Mono<Void> unasked(Candidate candidate) {
        return switch (candidate.verdict()) {
            case MATCHED ->
                about(candidate)
                        .flatMap(about -> hall.offered(about.event(), about.customer(), candidate))
                        .switchIfEmpty(Mono.fromRunnable(() -> LOG.info(
                                "Event {} or customer {} is gone; nobody to invite.",
                                candidate.eventId(),
                                candidate.customerId())))
                        .then();
            case WITHDRAWN -> takenBack(candidate);
            case REFUSED -> Mono.empty(); // matching published it; nobody here waits for it
        };
    }

    /** What only a trigger brought about goes with it; what a person asked for stays. */
    private Mono<Void> takenBack(Candidate candidate) {
        Change change = origins.change("matching", candidate.why());
        return invitations
                .about(candidate.eventId(), candidate.customerId())
                .flatMapIterable(found -> found)
                .filter(i -> candidate.occasion().covers(i.occasion()))
                .filter(i -> i.status().open() && i.reason().automatic())
                .concatMap(i -> invitations.lock(i.id()))
                .concatMap(i -> i.reason().automatic() && i.withdraw(change) instanceof Outcome.Done done
                        ? invitations
                                .save(done.next(), done.step())
                                .then(announcer.decision(done.next(), Status.WITHDRAWN, change))
                        : Mono.empty())
                .then();
    }

    /** Event and customer; the contact is chosen later. Empty = gone for good. */
    private Mono<Writing.About> about(Candidate candidate) {
        return Mono.zip(
                        known.event(candidate.eventId(), candidate.match().eventVersion()),
                        known.customer(candidate.customerId()))
                .map(t -> new Writing.About(t.getT1(), t.getT2(), NOBODY))
                .switchIfEmpty(Mono.defer(() -> gone(candidate)));
    }

    private Mono<Writing.About> gone(Candidate candidate) {
        boolean fresh = candidate.at().plus(PATIENCE).isAfter(origins.now());
        boolean unknownToMatching = candidate.verdict() != Verdict.MATCHED;
        return fresh && !unknownToMatching
                ? Mono.error(new Later("event %s or customer %s has not reached us yet"
                        .formatted(candidate.eventId(), candidate.customerId())))
                : Mono.empty();
    }

    private static final Customer.Contact NOBODY = new Customer.Contact("", "", "", null, null, null, false);
}
