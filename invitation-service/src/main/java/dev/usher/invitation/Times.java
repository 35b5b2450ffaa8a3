package dev.usher.invitation;

import dev.usher.invitation.Event.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and hours in English words, always with the zone they are told in. */
public final class Times {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("h:mm a z", Locale.US);

    private Times() {}

    /** {@code Tuesday, March 9, 2027}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** The day or days of the event: {@code March 9–10, 2027}. */
    public static String days(Event event) {
        LocalDate first = event.startsAt().atZone(event.zone()).toLocalDate();
        LocalDate last = lastDay(event);
        if (first.equals(last)) {
            return date(first);
        }
        if (first.getYear() != last.getYear()) {
            return SHORT.format(first) + ", " + first.getYear() + " – " + SHORT.format(last) + ", " + last.getYear();
        }
        String end = first.getMonth() == last.getMonth() ? "" + last.getDayOfMonth() : SHORT.format(last);
        String dash = first.getMonth() == last.getMonth() ? "–" : " – ";
        return SHORT.format(first) + dash + end + ", " + last.getYear();
    }

    /** An event that ends at midnight has its last day before. */
    private static LocalDate lastDay(Event event) {
        return event.endsAt().minusMillis(1).atZone(event.zone()).toLocalDate();
    }

    /** Whether it begins and ends on the same day, in its own zone. */
    public static boolean oneDay(Event event) {
        return event.startsAt().atZone(event.zone()).toLocalDate().equals(lastDay(event));
    }

    /** From when to when, with days where there is more than one. */
    public static String span(Event event) {
        ZonedDateTime from = event.startsAt().atZone(event.zone());
        ZonedDateTime to = event.endsAt().atZone(event.zone());
        return oneDay(event)
                ? HOUR.format(from) + " – " + ZONED.format(to)
                : DAY.format(from) + ", " + HOUR.format(from) + " – " + DAY.format(to) + ", " + ZONED.format(to);
    }

    /** When a session is: its day of the event, weekday, date and time. */
    public static String when(Event event, Session session) {
        ZonedDateTime from = session.startsAt().atZone(event.zone());
        ZonedDateTime to = session.endsAt().atZone(event.zone());
        String times = HOUR.format(from) + " – " + ZONED.format(to);
        return (oneDay(event) ? "" : "Day " + dayOf(event, session) + ", ") + DAY.format(from) + ", " + times;
    }

    private static long dayOf(Event event, Session session) {
        LocalDate first = event.startsAt().atZone(event.zone()).toLocalDate();
        return 1
                + ChronoUnit.DAYS.between(
                        first, session.startsAt().atZone(event.zone()).toLocalDate());
    }

    /** The same moment where the guest is; null = nobody knows where, or the clocks agree. */
    public static @Nullable String there(Event event, Instant at, @Nullable ZoneId guest) {
        if (guest == null
                || guest.getRules().getOffset(at).equals(event.zone().getRules().getOffset(at))) {
            return null;
        }
        ZonedDateTime here = at.atZone(event.zone());
        ZonedDateTime there = at.atZone(guest);
        boolean sameDay = here.toLocalDate().equals(there.toLocalDate());
        return (sameDay ? "" : DAY.format(there) + ", ") + ZONED.format(there);
    }

    /** {@code 45 minutes}, {@code one hour}, {@code 90 minutes}, {@code 3 hours}. */
    public static String length(Event event) {
        long minutes = Duration.between(event.startsAt(), event.endsAt()).toMinutes();
        if (minutes == 60) {
            return "one hour";
        }
        return minutes % 60 == 0 ? minutes / 60 + " hours" : minutes < 180 ? minutes + " minutes" : "";
    }

    /** Whether it begins after office hours. */
    public static boolean evening(Event event) {
        return event.startsAt().atZone(event.zone()).getHour() >= 17;
    }
}
