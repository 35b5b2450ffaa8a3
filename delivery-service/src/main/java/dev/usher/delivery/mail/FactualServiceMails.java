package dev.usher.delivery.mail;

import dev.usher.delivery.Content;
import dev.usher.delivery.Entry;
import dev.usher.delivery.Envelopes;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Invited;
import dev.usher.delivery.Kind;
import dev.usher.delivery.Registration;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.ServiceMails;
import dev.usher.delivery.Times;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Service mails of template version 1: nothing in them that the facts do not say. */
@Component
class FactualServiceMails implements ServiceMails {

    private final TemplateEngine templates;
    private final PublicLinks links;
    private final Entry entries;

    FactualServiceMails(TemplateEngine templates, PublicLinks links, Entry entries) {
        this.templates = templates;
        this.links = links;
        this.entries = entries;
    }

    @Override
    public Written write(Facts facts) {
        Letter letter = letter(facts);
        StringOutput html = new StringOutput();
        templates.render("service.jte", letter, html);
        Invited invited = facts.invited();
        Content content = new Content(
                invited.guest().address(),
                invited.guest().name(),
                invited.sender(),
                invited.senderName(),
                facts.event().version(),
                letter.subject(),
                html.toString(),
                letter.text());
        return new Written(content, calendar(facts));
    }

    private Envelopes.@Nullable Calendar calendar(Facts facts) {
        Instant at = facts.reminder().dueAt();
        Registration seat = facts.registration();
        Kind kind = facts.reminder().mail().kind();
        if (kind == Kind.CANCELLATION) {
            return new Envelopes.Calendar("CANCEL", entries.cancel(facts.event(), facts.invited(), seat, at));
        }
        boolean entry = kind != Kind.REMINDER && seat.status() == RegistrationStatus.REGISTERED;
        return entry
                ? new Envelopes.Calendar("REQUEST", entries.request(facts.event(), facts.invited(), seat, at))
                : null;
    }

    private Letter letter(Facts facts) {
        Gathering event = facts.event();
        Invited invited = facts.invited();
        Words words = Words.of(facts);
        String invitation = invited.invitationId();
        Instant due = facts.reminder().dueAt();
        Instant from = due.isAfter(event.endsAt()) ? due : event.endsAt();
        boolean ends = facts.reminder().mail().kind() == Kind.CANCELLATION;
        return new Letter(
                words.subject(),
                words.preheader(),
                greeting(invited.guest().name()),
                words.paragraphs(),
                ends ? List.of() : details(facts),
                ends ? null : new Letter.Link("See or change your registration", links.page(invitation, from)),
                invited.host(),
                "You get this mail because of your registration for " + event.name() + ".",
                new Letter.Link("Stop all event mail from us", links.unsubscribe(invitation, from)));
    }

    private static String greeting(@Nullable String name) {
        return name == null || name.isBlank() ? "Hello," : "Hi " + name.strip().split("\\s+")[0] + ",";
    }

    private static List<Letter.Fact> details(Facts facts) {
        Gathering event = facts.event();
        List<Letter.Fact> details = new ArrayList<>();
        details.add(new Letter.Fact("When", Times.range(event.startsAt(), event.endsAt(), event.zone())));
        Times.inHerZone(event.startsAt(), event.endsAt(), event.zone(), facts.zone())
                .ifPresent(time -> details.add(new Letter.Fact("Your time", time)));
        details.add(new Letter.Fact("Where", where(event, facts.registration())));
        event.sessions().stream()
                .filter(session -> facts.registration().sessions().contains(session.id()))
                .forEach(session ->
                        details.add(new Letter.Fact(Times.brief(session.startsAt(), event.zone()), session.title())));
        return details;
    }

    private static String where(Gathering event, Registration registration) {
        String where = event.where(registration.attendance());
        return where.isEmpty() ? "To be told" : where;
    }
}
