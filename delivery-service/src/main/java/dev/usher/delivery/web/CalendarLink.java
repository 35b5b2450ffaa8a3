package dev.usher.delivery.web;

import dev.usher.delivery.Days;
import dev.usher.delivery.Gathering;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The link that adds an event to Google's calendar. */
final class CalendarLink {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private CalendarLink() {}

    /** @param where she takes part; empty = not known */
    static String google(Gathering event, String where) {
        return "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + encoded(event.name()) + "&dates="
                + dates(event) + "&location=" + encoded(where);
    }

    private static String dates(Gathering event) {
        return Days.of(event)
                .map(days -> DAY.format(days.first()) + "/" + DAY.format(days.after()))
                .orElseGet(() -> STAMP.format(event.startsAt()) + "/" + STAMP.format(event.endsAt()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
