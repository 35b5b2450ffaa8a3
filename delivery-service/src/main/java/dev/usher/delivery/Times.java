package dev.usher.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells times to people: in the event's zone, and in theirs where the clock on their wall differs. */
public final class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a z", Locale.US);

    private Times() {}

    /** Such as 'Monday, March 15, 2027, 9:00 AM to 5:00 PM PDT'. */
    public static String range(Instant from, Instant to, ZoneId zone) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        String until = sameDay ? TIME.format(end) : DAY.format(end) + ", " + TIME.format(end);
        return DAY.format(start) + ", " + TIME.format(start) + " to " + until + " " + ZONE.format(end);
    }

    /** The same in the guest's zone; empty where her clock shows the same. */
    public static Optional<String> inHerZone(Instant from, Instant to, ZoneId zone, @Nullable ZoneId hers) {
        boolean same = hers == null
                || hers.getRules().getOffset(from).equals(zone.getRules().getOffset(from))
                        && hers.getRules().getOffset(to).equals(zone.getRules().getOffset(to));
        return hers == null || same ? Optional.empty() : Optional.of(range(from, to, hers));
    }

    /** Such as 'Mon, Mar 15, 2:00 PM PDT'. */
    public static String brief(Instant at, ZoneId zone) {
        return SHORT.format(at.atZone(zone));
    }
}
