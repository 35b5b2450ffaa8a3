package dev.usher.invitation;

import dev.usher.invitation.Customer.Contact;
import dev.usher.invitation.Drafting.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has a draft written and keeps it, in the caller's transaction. */
@Component
public class Writing {

    /** Who is written to about what. */
    record About(Event event, Customer customer, Contact contact) {

        /** What the invitation's mail says that is not so any more; empty = nothing, or there is no mail. */
        Optional<String> overtakes(Invitation i) {
            if (i.draft() == null) {
                return Optional.empty();
            }
            Mail mail = i.draft().mail();
            Customer.Csm csm = customer.csm();
            String sender = csm == null || csm.email() == null ? "" : csm.email();
            if (mail.eventVersion() < event.version()) {
                return Optional.of(EventChange.WHY);
            }
            boolean same = mail.recipient().equals(contact.email())
                    && contact.name().equals(i.contactName())
                    && mail.sender().equals(sender);
            return same ? Optional.empty() : Optional.of("contact or CSM changed");
        }
    }

    /** How the warning begins that matching's filters would have kept the customer out; no new draft does away with it. */
    static final String UNFIT = "matching would not have offered this: ";

    /** How the warning begins that a person's words are gone; it lasts until she edits again. */
    static final String LOST = "your edits of revision ";

    /** Bytes of a rewritten mail with its claims; half of what a record may have. */
    private static final int MOST = 2 * 1024 * 1024;

    private final Invitations invitations;
    private final Announcer announcer;
    private final Drafting drafting;
    private final Revisions revisions;
    private final Rules rules;
    private final Origins origins;

    Writing(
            Invitations invitations,
            Announcer announcer,
            Drafting drafting,
            Revisions revisions,
            Rules rules,
            Origins origins) {
        this.invitations = invitations;
        this.announcer = announcer;
        this.drafting = drafting;
        this.revisions = revisions;
        this.rules = rules;
        this.origins = origins;
    }

    /** The invitation with its new draft; as it was where the draft says nothing new or may not be replaced. */
    Mono<Invitation> write(Invitation of, Match match, About about, List<String> warnings, Change change) {
        List<String> all = new ArrayList<>(match.equals(of.match()) ? lasting(of, UNFIT) : List.of());
        all.addAll(lasting(of, LOST));
        all.addAll(warnings);
        return facts(of, match, about, all).flatMap(facts -> {
            Draft draft = drafting.write(facts);
            return switch (of.drafted(draft, match, about.customer(), about.contact(), change)) {
                case Outcome.Done done -> keep(done);
                default -> Mono.just(of);
            };
        });
    }

    /** The draft as a person rewrote it. */
    Mono<Outcome> rewrite(Invitation of, About about, Drafting.Edit edit, Change change) {
        return facts(of, of.match(), about, lasting(of, UNFIT)).flatMap(facts -> {
            Draft draft = drafting.rewrite(facts, edit);
            Outcome outcome = draft.bytes() > MOST
                    ? new Outcome.TooLarge(draft.bytes(), MOST)
                    : of.edited(draft, about.contact(), change);
            return outcome instanceof Outcome.Done done ? keep(done).thenReturn(outcome) : Mono.just(outcome);
        });
    }

    /** It is looked at again once it is on disk: what moved while it was written found nothing there to mark. */
    private Mono<Invitation> keep(Outcome.Done done) {
        return invitations
                .save(done.next(), done.step())
                .then(announcer.draft(done.next()))
                .then(revisions.mark(done.next().id()))
                .thenReturn(done.next());
    }

    /** What this invitation's mail may rest on. */
    private Mono<Facts> facts(Invitation of, Match match, About about, List<String> warnings) {
        return Mono.zip(
                        invitations.about(of.occasion().eventId(), of.occasion().customerId()),
                        wellServed(about.contact()))
                .map(t -> {
                    List<String> all = Stream.concat(t.getT2().stream(), warnings.stream())
                            .distinct()
                            .toList();
                    return facts(of, match, about, all, t.getT1());
                });
    }

    private static List<String> lasting(Invitation of, String kind) {
        return of.draft() == null
                ? List.of()
                : of.draft().warnings().stream().filter(w -> w.startsWith(kind)).toList();
    }

    private Mono<List<String>> wellServed(Contact contact) {
        return invitations
                .sentSince(List.of(Policy.address(contact)), origins.now().minus(rules.sentWindow()))
                .map(sent -> Policy.wellServed(contact, sent, rules).stream().toList());
    }

    private Facts facts(Invitation of, Match match, About about, List<String> warnings, List<Invitation> mails) {
        List<Invitation> earlier = mails.stream()
                .filter(i -> about.contact().id().equals(i.occasion().contactId()))
                .toList();
        Occasion first = Occasion.first(of.occasion().eventId(), of.occasion().customerId());
        String subject = earlier.stream()
                .filter(i -> !i.id().equals(of.id()) && i.sentAt() != null && first.covers(i.occasion()))
                .findFirst()
                .map(Invitation::draft)
                .map(d -> d.mail().subject())
                .orElse(null);
        return new Facts(
                of.id(),
                of.occasion().kind(),
                of.occasion().number(),
                about.event(),
                about.customer(),
                about.contact(),
                match,
                subject,
                seat(earlier),
                warnings,
                origins.now());
    }

    /** The guest's seat, by whichever mail she took it: that she came outweighs all; else the newest mail's. */
    private static @Nullable String seat(List<Invitation> mails) {
        List<String> seats =
                mails.stream().map(Invitation::seat).flatMap(Stream::ofNullable).toList();
        return seats.contains("ATTENDED")
                ? "ATTENDED"
                : seats.stream().findFirst().orElse(null);
    }
}
