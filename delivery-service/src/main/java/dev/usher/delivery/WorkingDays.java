package dev.usher.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Counts Monday to Friday; holidays are not known. */
final class WorkingDays {

    private WorkingDays() {}

    /** The same time of day in this zone, so many working days later. */
    static Instant after(Instant from, int days, ZoneId zone) {
        ZonedDateTime at = from.atZone(zone);
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            left -= at.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() ? 1 : 0;
        }
        return at.toInstant();
    }
}
