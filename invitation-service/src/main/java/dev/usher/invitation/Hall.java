package dev.usher.invitation;

import dev.usher.invitation.Policy.People;
import dev.usher.invitation.Policy.Situation;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one place where all triggers meet: whoever asks, the same policy answers, and the answer is kept. */
@Component
public class Hall {

    /** What came of a trigger. */
    public sealed interface Entry {

        /** An invitation stands, new or from before. */
        record Standing(Invitation invitation) implements Entry {}

        /** None, and why. */
        record Turned(String customerId, String why) implements Entry {}
    }

    private final Invitations invitations;
    private final Suppressions suppressions;
    private final Announcer announcer;
    private final Writing writing;
    private final Rules rules;
    private final Origins origins;

    Hall(
            Invitations invitations,
            Suppressions suppressions,
            Announcer announcer,
            Writing writing,
            Rules rules,
            Origins origins) {
        this.invitations = invitations;
        this.suppressions = suppressions;
        this.announcer = announcer;
        this.writing = writing;
        this.rules = rules;
        this.origins = origins;
    }

    /** A person asks: matching is to explain the pair, and the draft follows. */
    Mono<Entry> asked(Event event, Customer customer, Occasion wanted, Reason.CsmRequest by) {
        return enter(event, customer, wanted, by, Match.NONE);
    }

    /** Matching offers: the draft is written at once. */
    Mono<Entry> offered(Event event, Customer customer, Candidate candidate) {
        return enter(event, customer, candidate.occasion(), candidate.reason(), candidate.match());
    }

    private Mono<Entry> enter(Event event, Customer customer, Occasion wanted, Reason reason, Match match) {
        return Mono.zip(
                        invitations.about(wanted.eventId(), wanted.customerId()),
                        invitations.announced(wanted.eventId(), customer.csmId()))
                .map(t -> new Situation(event, customer, wanted, reason, match.score(), t.getT1(), t.getT2()))
                .flatMap(s -> admission(s).flatMap(admission -> act(s, admission, match)));
    }

    private Mono<Admission> admission(Situation s) {
        Policy policy = new Policy(rules);
        return policy.beforehand(s, now())
                .map(Mono::just)
                .orElseGet(() -> people(s.customer()).map(people -> policy.admit(s, people)));
    }

    private Mono<People> people(Customer customer) {
        List<String> addresses =
                customer.contacts().stream().map(Policy::address).toList();
        return Mono.zip(
                suppressions.among(addresses),
                invitations.sentSince(addresses, now().minus(rules.sentWindow())),
                People::new);
    }

    private Mono<Entry> act(Situation s, Admission admission, Match match) {
        return switch (admission) {
            case Admission.Welcome in -> welcome(s, in, match);
            case Admission.Present there -> present(there.existing(), s, match);
            case Admission.Refused no -> refused(s, no);
            case Admission.PassedOver no -> passedOver(s, no);
        };
    }

    private Mono<Entry> welcome(Situation s, Admission.Welcome in, Match match) {
        Invitation fresh =
                Invitation.requested(origins.id(), s.wanted(), s.customer(), in.contact(), s.reason(), now());
        Step step = new Step(now(), s.reason().who(), "REQUESTED", s.reason().words());
        Mono<Entry> begin = s.reason().automatic() ? write(fresh, s, in.contact(), match) : request(fresh, s.reason());
        return invitations.add(fresh, step).flatMap(first -> first ? begin : again(s, match));
    }

    private Mono<Entry> request(Invitation fresh, Reason reason) {
        return announcer.request(fresh, reason.words()).thenReturn(new Entry.Standing(fresh));
    }

    private Mono<Entry> write(Invitation of, Situation s, Customer.Contact to, Match match) {
        Change change = new Change(s.reason().who(), now(), s.reason().words());
        return writing.write(of, match, new Writing.About(s.event(), s.customer(), to), List.of(), change)
                .map(Entry.Standing::new);
    }

    /** Another trigger was faster by a moment: what it made is there now. */
    private Mono<Entry> again(Situation s, Match match) {
        return enter(s.event(), s.customer(), s.wanted(), s.reason(), match);
    }

    private Mono<Entry> present(Invitation existing, Situation s, Match match) {
        if (s.reason() instanceof Reason.CsmRequest request) {
            return raised(existing, request);
        }
        return yieldsTo(match, existing) ? refreshed(existing, s, match) : Mono.just(new Entry.Standing(existing));
    }

    /** Only a draft that nobody approved or edited gives way to a fresher explanation. */
    private static boolean yieldsTo(Match match, Invitation existing) {
        boolean fresher = match.eventVersion() > existing.match().eventVersion();
        boolean ours = existing.status() == Status.DRAFTED
                && existing.draft() != null
                && !existing.draft().edited();
        return fresher && ours;
    }

    private Mono<Entry> raised(Invitation existing, Reason.CsmRequest request) {
        return invitations.lock(existing.id()).flatMap(present -> switch (present.raise(request, now())) {
            case Outcome.Done done ->
                invitations
                        .save(done.next(), done.step())
                        .then(done.next().draft() == null ? Mono.empty() : announcer.draft(done.next()))
                        .thenReturn(new Entry.Standing(done.next()));
            default -> Mono.just(new Entry.Standing(present));
        });
    }

    private Mono<Entry> refreshed(Invitation existing, Situation s, Match match) {
        Change change = new Change("matching", now(), EventChange.WHY);
        return invitations
                .lock(existing.id())
                .filter(present -> yieldsTo(match, present))
                .flatMap(present -> Mono.justOrEmpty(
                                s.customer().contact(present.occasion().contactId()))
                        .map(contact -> new Writing.About(s.event(), s.customer(), contact))
                        .flatMap(about -> writing.write(present, match, about, List.of(), change)))
                .<Entry>map(Entry.Standing::new)
                .defaultIfEmpty(new Entry.Standing(existing));
    }

    private Mono<Entry> refused(Situation s, Admission.Refused no) {
        Invitation ended =
                Invitation.refused(origins.id(), s.wanted(), s.customer(), no.contact(), s.reason(), no.why(), now());
        Change change = new Change("policy", now(), no.why());
        return invitations
                .add(ended, change.step("REFUSED"))
                .then(announcer.decision(ended, Status.REFUSED, change))
                .thenReturn(new Entry.Turned(s.customer().id(), no.why()));
    }

    private Mono<Entry> passedOver(Situation s, Admission.PassedOver no) {
        Invitation never =
                Invitation.refused(origins.id(), s.wanted(), s.customer(), null, s.reason(), no.why(), now());
        return announcer
                .decision(never, Status.REFUSED, new Change("policy", now(), no.why()))
                .thenReturn(new Entry.Turned(s.customer().id(), no.why()));
    }

    private Instant now() {
        return origins.now();
    }
}
