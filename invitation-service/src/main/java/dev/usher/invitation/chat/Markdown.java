package dev.usher.invitation.chat;

import dev.usher.invitation.Customer;
import dev.usher.invitation.Customer.Contact;
import dev.usher.invitation.Draft;
import dev.usher.invitation.Event;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Match;
import dev.usher.invitation.Names;
import dev.usher.invitation.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of an answer, as contracts.md's conversation has them. Words of others cannot become markup. */
final class Markdown {

    private static final String VIRTUAL = "virtual likely better fit";

    private Markdown() {}

    /** Words of others, harmless wherever Markdown is shown. */
    static String safe(String words) {
        return words.replaceAll("\\p{Cc}+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\[\\]`*_\\\\])", "\\\\$1");
    }

    /** The whole answer about one draft. */
    static String invitation(Invitation i, Event event, Customer customer, Draft draft) {
        List<String> parts = new ArrayList<>();
        parts.add("I'll create a personalized invitation for %s to %s."
                .formatted(safe(customer.name()), safe(Names.withArticle(event.name(), false))));
        parts.add(event(event));
        parts.add(profile(i, event, customer));
        sessions(i, event).ifPresent(parts::add);
        parts.add("**Event invitation**\n\n" + mail(draft));
        warnings(draft).ifPresent(parts::add);
        parts.add("[Edit] [Send]");
        return String.join("\n\n", parts);
    }

    private static String event(Event e) {
        return lines(
                "**Event details**",
                Stream.of(
                        line("Event", e.name()),
                        line(
                                "Date",
                                Times.days(e) + (Times.oneDay(e) ? ", " + Times.span(e) : " (" + Times.span(e) + ")")),
                        line("Location", location(e)),
                        line(
                                "Key topics",
                                String.join(", ", e.topics().stream().limit(6).toList()))));
    }

    private static String location(Event e) {
        Event.Venue v = e.venue();
        String place = v == null ? "" : joined(v.name(), v.city(), v.region());
        String online = e.format() == Event.Format.VIRTUAL
                ? "online"
                : e.format() == Event.Format.HYBRID ? "virtual option" : "";
        return joined(place.isEmpty() ? null : place, online.isEmpty() ? null : online);
    }

    private static String profile(Invitation i, Event e, Customer c) {
        String focus = Stream.concat(c.challenges().stream(), c.interests().stream())
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        Customer.Location at = c.location();
        boolean virtual = "VIRTUAL".equals(i.match().attendance()) && e.format() == Event.Format.HYBRID;
        return lines(
                "**" + safe(c.name()) + " profile**",
                Stream.of(
                        line("Industry", Objects.requireNonNullElse(c.industry(), "")),
                        line("Current focus", focus),
                        c.contact(i.occasion().contactId())
                                .map(Markdown::contact)
                                .orElse(""),
                        line("Location", at == null ? "" : joined(at.city(), at.region(), at.country())),
                        virtual ? "- " + virtual(i.match()) : ""));
    }

    /** Matching's words, behind ours unless they begin alike. */
    private static String virtual(Match match) {
        String why = safe(Objects.requireNonNullElse(match.attendanceWhy(), ""));
        return why.startsWith(VIRTUAL) ? why : VIRTUAL + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private static String contact(Contact contact) {
        String role = switch (Objects.requireNonNullElse(contact.role(), "")) {
            case "CHAMPION" -> "Champion";
            case "DECISION_MAKER" -> "Decision maker";
            default -> "Contact";
        };
        return line(role, joined(contact.name(), contact.title()));
    }

    private static java.util.Optional<String> sessions(Invitation i, Event e) {
        List<String> lines = i.match().sessions().stream()
                .flatMap(pick -> e.session(pick.id()).stream()
                        .map(s -> "- \"%s\" (%s): %s"
                                .formatted(safe(s.title()), Times.when(e, s), safe(toTheCsm(pick.because())))))
                .toList();
        return lines.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(lines("**Relevant sessions identified**", lines.stream()));
    }

    /** Matching speaks to the guest; here it is somebody else who reads. */
    private static String toTheCsm(String because) {
        return because.replaceFirst("\\byour\\b", "their");
    }

    private static String mail(Draft draft) {
        String text = draft.mail().text().replaceAll("https?://\\S+/([ru])/\\S+", "…/$1/…");
        return "> Subject: " + safe(draft.mail().subject()) + "\n>\n"
                + text.strip().lines().map(line -> "> " + safe(line)).collect(Collectors.joining("\n"));
    }

    private static java.util.Optional<String> warnings(Draft draft) {
        return draft.warnings().isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        lines("**Please look**", draft.warnings().stream().map(w -> "- " + safe(w))));
    }

    private static String lines(String heading, Stream<String> lines) {
        return heading + "\n\n" + lines.filter(l -> !l.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String line(String label, String value) {
        return value.isEmpty() ? "" : "- " + label + ": " + safe(value);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(p -> p != null && !p.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
