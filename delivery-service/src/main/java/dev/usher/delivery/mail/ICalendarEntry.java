package dev.usher.delivery.mail;

import dev.usher.delivery.Days;
import dev.usher.delivery.Entry;
import dev.usher.delivery.Envelopes.Unsendable;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Invited;
import dev.usher.delivery.PickedSession;
import dev.usher.delivery.Registration;
import dev.usher.delivery.Times;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calendar entries by ical4j. Times are in UTC: right in every program, whatever zones it knows. */
@Component
class ICalendarEntry implements Entry {

    private static final ProdId US = new ProdId("-//Usher//Delivery 1//EN");

    @Override
    public String publish(Gathering event, Invited invited, @Nullable Registration registration, Instant at) {
        VEvent entry = entry(event, invited, registration, at);
        entry.add(event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return calendar(event.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH, entry);
    }

    @Override
    public String request(Gathering event, Invited invited, Registration registration, Instant at) {
        return calendar(
                ImmutableMethod.REQUEST, attended(event, invited, registration, at, ImmutableStatus.VEVENT_CONFIRMED));
    }

    @Override
    public String cancel(Gathering event, Invited invited, Registration registration, Instant at) {
        return calendar(
                ImmutableMethod.CANCEL, attended(event, invited, registration, at, ImmutableStatus.VEVENT_CANCELLED));
    }

    private static VEvent attended(
            Gathering event, Invited invited, Registration registration, Instant at, Status status) {
        VEvent entry = entry(event, invited, registration, at);
        entry.add(status);
        entry.add(attendee(invited));
        return entry;
    }

    private static VEvent entry(Gathering event, Invited invited, @Nullable Registration registration, Instant at) {
        VEvent entry = new VEvent(false);
        entry.add(new Uid(uid(event, invited)));
        entry.add(new DtStamp(at));
        entry.add(new Sequence(sequence(event, registration)));
        when(event, entry);
        entry.add(new Summary(event.name()));
        entry.add(organizer(invited));
        String where = event.where(registration == null ? null : registration.attendance());
        if (!where.isEmpty()) {
            entry.add(new Location(where));
        }
        if (event.registrationUrl() != null) {
            entry.add(new Url(URI.create(event.registrationUrl())));
        }
        entry.add(new Description(description(event, invited, registration)));
        return entry;
    }

    /** Of several days only the dates: the nights between them are hers (RFC 5545, section 3.6.1). */
    private static void when(Gathering event, VEvent entry) {
        Optional<Days> days = Days.of(event);
        if (days.isPresent()) {
            entry.add(new DtStart<>(days.get().first()));
            entry.add(new DtEnd<>(days.get().after()));
        } else {
            entry.add(new DtStart<>(event.startsAt()));
            entry.add(new DtEnd<>(event.endsAt()));
        }
    }

    /** Both summands only ever grow, so that no calendar takes a new entry for an old one. */
    private static int sequence(Gathering event, @Nullable Registration registration) {
        return event.version() - 1 + (registration == null ? 0 : registration.sequence());
    }

    /** The same for ever for this person at this event, whichever mail it comes by. */
    private static String uid(Gathering event, Invited invited) {
        String both = event.id() + "\n" + invited.guest().key();
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)) + "@usher";
    }

    private static Organizer organizer(Invited invited) {
        Organizer organizer = new Organizer(mailto(invited.sender()));
        organizer.add(new Cn(invited.host()));
        return organizer;
    }

    /** Escapes what may stand in an address but not in a URI (RFC 6068, section 2). */
    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException no) {
            throw new Unsendable("the address cannot be written into a calendar entry", no);
        }
    }

    private static Attendee attendee(Invited invited) {
        Attendee attendee = new Attendee(mailto(invited.guest().address()));
        String name = invited.guest().name();
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.ACCEPTED);
        attendee.add(Rsvp.FALSE);
        attendee.add(new Cn(name == null ? invited.guest().address() : name));
        return attendee;
    }

    private static String description(Gathering event, Invited invited, @Nullable Registration registration) {
        StringBuilder lines = new StringBuilder(event.name());
        Days.of(event)
                .ifPresent(_ -> lines.append('\n').append(Times.range(event.startsAt(), event.endsAt(), event.zone())));
        titles(event, invited, registration)
                .forEach(title -> lines.append("\n- ").append(title));
        return lines.append("\nQuestions: ")
                .append(invited.host())
                .append(", ")
                .append(invited.sender())
                .toString();
    }

    /** What she chose; what was picked for her until then. */
    private static Stream<String> titles(Gathering event, Invited invited, @Nullable Registration registration) {
        return registration == null || registration.sessions().isEmpty()
                ? invited.sessions().stream().map(PickedSession::title)
                : event.sessions().stream()
                        .filter(session -> registration.sessions().contains(session.id()))
                        .map(Gathering.Slot::title);
    }

    private static String calendar(Method method, VEvent entry) {
        Calendar calendar = new Calendar();
        calendar.add(US);
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(entry);
        return folded(calendar);
    }

    /** Lines of at most 75 octets (RFC 5545, section 3.1). */
    private static String folded(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
