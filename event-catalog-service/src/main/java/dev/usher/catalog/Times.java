package dev.usher.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Times as people write them for an event: local in its zone, or with an offset of their own. */
final class Times {

    private static final DateTimeFormatter LOCAL_OR_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final String DATE_TIME = "a date and time such as 2027-03-10T14:00 or 2027-03-10T14:00-08:00";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private Times() {}

    /** An IANA zone, spelt exactly; offsets are none. */
    static Optional<ZoneId> zone(String id) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }

    static Optional<LocalDate> day(String said) {
        return parsed(() -> LocalDate.parse(said)).filter(day -> sane(day.getYear()));
    }

    /**
     * The time in whole milliseconds with the zone's offset. Of two moments with the same local time, when clocks go
     * back, the earlier is meant; a local time that they skip going forward is a fault.
     *
     * @param zone null = unknown, which is noted elsewhere: the time is then looked at for its form only
     */
    static @Nullable OffsetDateTime read(Form form, String field, @Nullable String said, @Nullable ZoneId zone) {
        TemporalAccessor time = form.as(field, said, Times::localOrOffset, DATE_TIME);
        if (time == null || zone == null) {
            return null;
        }
        return time instanceof LocalDateTime local
                ? inZone(form, field, local, zone)
                : told((OffsetDateTime) time, zone);
    }

    private static @Nullable OffsetDateTime inZone(Form form, String field, LocalDateTime local, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            form.wrong(field, skipped(zone.getRules().getTransition(local), zone));
            return null;
        }
        return told(local.atZone(zone).withEarlierOffsetAtOverlap().toOffsetDateTime(), zone);
    }

    private static String skipped(ZoneOffsetTransition gap, ZoneId zone) {
        return "does not exist in %s: clocks go from %s to %s"
                .formatted(zone, gap.getDateTimeBefore(), gap.getDateTimeAfter().toLocalTime());
    }

    private static OffsetDateTime told(OffsetDateTime time, ZoneId zone) {
        return time.atZoneSameInstant(zone).toOffsetDateTime().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<TemporalAccessor> localOrOffset(String said) {
        return parsed(() -> LOCAL_OR_OFFSET.parseBest(said, OffsetDateTime::from, LocalDateTime::from))
                .filter(time -> sane(time.get(ChronoField.YEAR)));
    }

    private static boolean sane(int year) {
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    private static <T> Optional<T> parsed(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
