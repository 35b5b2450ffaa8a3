package dev.usher.invitation.drafting;

import dev.usher.invitation.Drafting.Facts;
import dev.usher.invitation.Event;
import dev.usher.invitation.Event.Deadline;
import dev.usher.invitation.Event.Offer;
import dev.usher.invitation.Event.Venue;
import dev.usher.invitation.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When, where, how to take part, what it offers, until when. Nothing unknown, nothing past. */
final class Details {

    private static final Set<String> VERBS = Set.of("ends", "closes", "opens", "begins", "starts", "expires", "due");

    private final Facts facts;
    private final Event event;
    private final LocalDate today;

    Details(Facts facts) {
        this.facts = facts;
        this.event = facts.event();
        this.today = facts.now().atZone(event.zone()).toLocalDate();
    }

    List<Letter.Row> rows() {
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(new Letter.Row("Date", Said.of(Times.days(event), "event.startsAt", event.startsAt())));
        rows.add(new Letter.Row(
                "Time", Said.of(time(), "event.startsAt, event.endsAt", event.startsAt() + " – " + event.endsAt())));
        add(rows, "Where", where());
        add(rows, "Taking part", takingPart());
        add(rows, "Offer", offer());
        deadlines().forEach(d -> rows.add(new Letter.Row("Good to know", d)));
        return List.copyOf(rows);
    }

    private static void add(List<Letter.Row> rows, String label, @Nullable Said value) {
        if (value != null) {
            rows.add(new Letter.Row(label, value));
        }
    }

    private String time() {
        String there = Times.there(event, event.startsAt(), facts.customer().zoneOf(facts.contact()));
        return Times.span(event) + (there == null ? "" : " (starts " + there + " for you)");
    }

    /** Name and place of the venue; null = unknown, or nowhere. */
    @Nullable Said where() {
        if (event.format() == Event.Format.VIRTUAL) {
            return Said.of("Online", "event.format", event.format());
        }
        String place = place(event.venue());
        return place.isEmpty() ? null : Said.of(place, "event.venue", place);
    }

    private static String place(@Nullable Venue venue) {
        return venue == null
                ? ""
                : String.join(
                        ", ",
                        Stream.of(venue.name(), venue.city(), venue.region())
                                .filter(part -> part != null && !part.isBlank())
                                .distinct()
                                .toList());
    }

    private @Nullable Said takingPart() {
        return event.format() == Event.Format.HYBRID
                ? Said.of("In person or virtually, as you like", "event.format", event.format())
                : null;
    }

    /** What makes registering now worthwhile; null = nothing, or not any more. */
    @Nullable Said offer() {
        Offer offer = event.offer();
        if (offer == null || offer.text().isEmpty() || past(offer.expiresOn())) {
            return null;
        }
        String code = offer.code() == null ? "" : " with code " + offer.code();
        String until = offer.expiresOn() == null ? "" : ", until " + Times.date(offer.expiresOn());
        return Said.of(offer.text() + code + until, "event.offer", offer.text());
    }

    private boolean past(@Nullable LocalDate day) {
        return day != null && day.isBefore(today);
    }

    /** The dates to tell that are still ahead. */
    List<Said> deadlines() {
        return event.deadlines().stream()
                .filter(d -> !past(d.on()) && !d.text().isEmpty())
                .limit(3)
                .map(d -> Said.of(deadline(d), "event.deadlines", d.text() + " " + d.on()))
                .toList();
    }

    private static String deadline(Deadline deadline) {
        String text = deadline.text();
        String last = text.substring(text.lastIndexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);
        return text + (VERBS.contains(last) ? " on " : ": ") + Times.date(deadline.on());
    }
}
