package dev.usher.invitation.drafting;

import dev.usher.invitation.Customer;
import dev.usher.invitation.Event;
import dev.usher.invitation.Match;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Facts made fit for one line of a mail: no control characters, no marks that turn the direction, no endless names. */
final class Clean {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\u200B\\uFEFF\\uFFFE\\uFFFF]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int NAME = 120;
    private static final int LINE = 200;

    private Clean() {}

    /** One printable line of at most {@code most} characters; what is cut ends in an ellipsis. */
    static String line(String text, int most) {
        String one = SPACES.matcher(UNPRINTABLE.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return shorten(one, most);
    }

    /** At most {@code most} characters, cut between words where that costs less than a third. */
    static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > most * 2 / 3 ? space : end).strip() + "…";
    }

    private static String name(String text) {
        return line(text, NAME);
    }

    private static @Nullable String maybe(@Nullable String text) {
        String line = text == null ? "" : name(text);
        return line.isEmpty() ? null : line;
    }

    private static List<String> names(List<String> texts) {
        return texts.stream().map(Clean::name).filter(t -> !t.isEmpty()).toList();
    }

    static Event event(Event e) {
        Event.Venue v = e.venue();
        Event.Offer o = e.offer();
        return new Event(
                e.id(),
                e.version(),
                e.cancelled(),
                maybe(e.cancelledWhy()),
                name(e.name()),
                e.type(),
                e.format(),
                e.startsAt(),
                e.endsAt(),
                e.zone(),
                v == null ? null : new Event.Venue(maybe(v.name()), maybe(v.city()), maybe(v.region()), v.country()),
                names(e.topics()),
                e.sessions(),
                o == null ? null : new Event.Offer(line(o.text(), LINE), maybe(o.code()), o.expiresOn()),
                e.deadlines().stream()
                        .map(d -> new Event.Deadline(line(d.text(), LINE), d.on()))
                        .toList(),
                e.capacity(),
                e.host(),
                e.recordingUrl(),
                e.surveyUrl());
    }

    static Customer customer(Customer c) {
        Customer.Location at = c.location();
        Customer.Csm csm = c.csm();
        return new Customer(
                c.id(),
                c.version(),
                name(c.name()),
                c.aliases(),
                maybe(c.industry()),
                at == null ? null : new Customer.Location(maybe(at.city()), maybe(at.region()), at.country()),
                c.zone(),
                csm == null ? null : new Customer.Csm(csm.id(), maybe(csm.name()), csm.email()),
                c.contacts(),
                names(c.challenges()),
                names(c.interests()));
    }

    static Customer.Contact contact(Customer.Contact c) {
        return new Customer.Contact(c.id(), name(c.name()), c.email(), c.title(), c.role(), c.zone(), c.optedOut());
    }

    static Match.Pick pick(Match.Pick p) {
        return new Match.Pick(p.id(), line(p.title(), LINE), p.score(), line(p.because(), LINE), maybe(p.matches()));
    }
}
