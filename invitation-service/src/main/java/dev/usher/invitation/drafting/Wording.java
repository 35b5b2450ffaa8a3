package dev.usher.invitation.drafting;

import dev.usher.invitation.Customer.Csm;
import dev.usher.invitation.Drafting.Facts;
import dev.usher.invitation.Event;
import dev.usher.invitation.MailKind;
import dev.usher.invitation.Names;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says everything there is to say to this guest, and nothing that no fact bears. */
final class Wording {

    private final Links links;

    Wording(Links links) {
        this.links = links;
    }

    /** @param facts cleaned */
    Letter letter(Facts facts) {
        boolean invites = facts.kind() == MailKind.INVITATION;
        boolean afterwards = facts.kind() == MailKind.POST_EVENT;
        Picks chosen = new Picks(facts);
        List<Letter.Pick> picks = afterwards ? List.of() : invites ? chosen.lines() : chosen.best();
        Details details = new Details(facts);
        return new Letter(
                invites ? Letter.Look.valueOf(facts.event().type().name()) : Letter.Look.NOTE,
                Subjects.of(facts, !picks.isEmpty()),
                preheader(facts, picks, details),
                invites ? eyebrow(facts.event()) : null,
                invites
                        ? Said.of(
                                facts.event().name(),
                                "event.name",
                                facts.event().name())
                        : null,
                invites ? subtitle(details) : null,
                greeting(facts),
                new Opening(facts).paragraphs(),
                picks,
                afterwards ? List.of() : details.rows(),
                afterwards
                        ? page(facts.event().recordingUrl(), "Watch the recording", "recordingUrl")
                        : register(facts),
                afterwards ? page(facts.event().surveyUrl(), "Take the survey", "surveyUrl") : null,
                closing(facts),
                signature(facts),
                footer(facts),
                new Letter.Link(
                        Said.of("Unsubscribe from event mail", "invitation.id", facts.invitationId()),
                        links.unsubscribe(facts.invitationId(), facts.event())));
    }

    private static Said preheader(Facts facts, List<Letter.Pick> picks, Details details) {
        if (picks.isEmpty() || facts.kind() == MailKind.POST_EVENT) {
            return facts.kind() == MailKind.POST_EVENT
                    ? Said.of(facts.event().name(), "event.name", facts.event().name())
                    : Said.of(
                            subtitle(details).text(),
                            "event.startsAt",
                            facts.event().startsAt());
        }
        String titles = Phrases.list(picks.stream()
                .limit(2)
                .map(p -> "“" + Clean.shorten(p.title().text(), 60) + "”")
                .toList());
        return Said.of("For you: " + titles, "candidate.sessions", titles);
    }

    private static Said eyebrow(Event event) {
        String words = switch (event.type()) {
            case CONFERENCE -> "You are invited";
            case WEBINAR -> event.format() == Event.Format.VIRTUAL ? "Live online" : "You are invited";
            case ROUNDTABLE -> "A seat for you";
            case MEETUP -> event.format() == Event.Format.VIRTUAL ? "Meet us online" : "Come and meet us";
        };
        return Said.of(words, "event.type, event.format", event.type() + ", " + event.format());
    }

    private static Said subtitle(Details details) {
        String when = details.rows().getFirst().value().text();
        Said where = details.where();
        return Said.of(where == null ? when : when + " · " + where.text(), "event.startsAt, event.venue", when);
    }

    private static Said greeting(Facts facts) {
        String first = Names.first(Clean.line(facts.contact().name(), 120));
        return Said.of(
                first.isEmpty() ? "Hello," : "Hi " + first + ",",
                "contact.name",
                facts.contact().name());
    }

    private Letter.Link register(Facts facts) {
        String label = switch (facts.event().type()) {
            case CONFERENCE -> "Register now";
            case WEBINAR -> "Save my spot";
            case ROUNDTABLE -> "Take my seat";
            case MEETUP -> "I'm in";
        };
        return new Letter.Link(
                Said.of(label, "invitation.id", facts.invitationId()),
                links.registration(facts.invitationId(), facts.event()));
    }

    private static Letter.@Nullable Link page(@Nullable String url, String label, String field) {
        return url == null ? null : new Letter.Link(Said.of(label, "event.followUp." + field, url), url);
    }

    private static List<Said> closing(Facts facts) {
        Csm csm = facts.customer().csm();
        Said regards = Said.of("Best regards,", "customer.csm", csm == null ? "unknown" : csm.id());
        return csm == null || csm.email() == null
                ? List.of(regards)
                : List.of(
                        Said.of("If you have a question, just reply to this mail.", "customer.csm.email", csm.email()),
                        regards);
    }

    private static List<Said> signature(Facts facts) {
        Csm csm = facts.customer().csm();
        if (csm == null) {
            Event.Host host = facts.event().host();
            return host == null ? List.of() : List.of(Said.of(host.name(), "event.host.name", host.name()));
        }
        return Stream.of(csm.name(), csm.email())
                .flatMap(Stream::ofNullable)
                .map(line -> Said.of(line, "customer.csm", csm.id()))
                .toList();
    }

    private static Said footer(Facts facts) {
        Csm csm = facts.customer().csm();
        String company = facts.customer().name();
        String who = csm == null || csm.name() == null ? "" : ", which " + csm.name() + " looks after";
        return Said.of(
                "You get this mail because you are a contact of " + company + who + ".",
                "contact.id",
                facts.contact().id());
    }
}
