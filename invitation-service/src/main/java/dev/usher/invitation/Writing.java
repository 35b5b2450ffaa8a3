package dev.usher.invitation;

import dev.usher.invitation.Customer.Contact;
import dev.usher.invitation.Drafting.Facts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has a draft written and keeps it, in the caller's transaction. */
@Component
public class Writing {

    /** Who is written to about what. */
    record About(Event event, Customer customer, Contact contact) {}

    private final Invitations invitations;
    private final Announcer announcer;
    private final Drafting drafting;
    private final Origins origins;

    Writing(Invitations invitations, Announcer announcer, Drafting drafting, Origins origins) {
        this.invitations = invitations;
        this.announcer = announcer;
        this.drafting = drafting;
        this.origins = origins;
    }

    /** The invitation with its new draft; as it was where the draft says nothing new or may not be replaced. */
    Mono<Invitation> write(Invitation of, Match match, About about, List<String> warnings, Change change) {
        return facts(of, match, about, warnings).flatMap(facts -> {
            Draft draft = drafting.write(facts);
            return switch (of.drafted(draft, match, about.customer(), about.contact(), change)) {
                case Outcome.Done done -> keep(done);
                default -> Mono.just(of);
            };
        });
    }

    /** The draft as a person rewrote it, knowing revision {@code known}. */
    Mono<Outcome> rewrite(Invitation of, int known, About about, Drafting.Edit edit, Change change) {
        return facts(of, of.match(), about, List.of()).flatMap(facts -> {
            Outcome outcome = of.edited(known, drafting.rewrite(facts, edit), about.contact(), change);
            return outcome instanceof Outcome.Done done ? keep(done).thenReturn(outcome) : Mono.just(outcome);
        });
    }

    private Mono<Invitation> keep(Outcome.Done done) {
        return invitations
                .save(done.next(), done.step())
                .then(announcer.draft(done.next()))
                .thenReturn(done.next());
    }

    /** What this invitation's mail may rest on. */
    Mono<Facts> facts(Invitation of, Match match, About about, List<String> warnings) {
        Occasion first =
                new Occasion(of.occasion().eventId(), of.occasion().customerId(), null, MailKind.INVITATION, 1);
        return invitations.about(first).map(earlier -> facts(of, match, about, warnings, earlier));
    }

    private Facts facts(Invitation of, Match match, About about, List<String> warnings, List<Invitation> earlier) {
        Optional<Invitation> sent = earlier.stream()
                .filter(i -> !i.id().equals(of.id())
                        && i.sentAt() != null
                        && about.contact().id().equals(i.occasion().contactId()))
                .findFirst();
        String subject =
                sent.map(Invitation::draft).map(d -> d.mail().subject()).orElse(null);
        return new Facts(
                of.id(),
                of.occasion().kind(),
                of.occasion().number(),
                about.event(),
                about.customer(),
                about.contact(),
                match,
                subject,
                sent.map(Invitation::seat).orElse(null),
                warnings,
                origins.now());
    }
}
