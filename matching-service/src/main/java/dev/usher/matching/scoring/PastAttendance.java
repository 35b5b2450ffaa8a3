package dev.usher.matching.scoring;

import dev.usher.matching.Attendance;
import dev.usher.matching.Event;
import dev.usher.matching.Guest;
import dev.usher.matching.Visit;
import dev.usher.matching.Visit.Seat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What a customer made of earlier events of the series and of the kind. A half forgets itself in two years. */
final class PastAttendance {

    private static final double HALF_LIFE_DAYS = 730;
    private static final double HIGHEST = 1.2;
    private static final double LOWEST = -0.6;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private PastAttendance() {}

    /** Between -0.6 and 1.2; 0 = nothing is known. The event itself never counts. */
    static double value(Event event, Guest guest) {
        double sum = relevant(event, guest).stream()
                .mapToDouble(visit -> worth(event, visit))
                .sum();
        return Math.clamp(sum, LOWEST, HIGHEST);
    }

    static boolean cameInPersonToTheSeries(Event event, Guest guest) {
        return relevant(event, guest).stream()
                .anyMatch(visit -> visit.seat() == Seat.ATTENDED
                        && visit.attendance() == Attendance.IN_PERSON
                        && sameSeries(event, visit));
    }

    /** About the visit that says most. Empty = nothing is known. */
    static String text(Event event, Guest guest) {
        return relevant(event, guest).stream()
                .max((a, b) -> Double.compare(Math.abs(worth(event, a)), Math.abs(worth(event, b))))
                .map(visit ->
                        said(event, visit) + ", " + MONTH.format(visit.at().atZone(event.timeZone())))
                .orElse("");
    }

    static String evidence(Event event, Guest guest) {
        return relevant(event, guest).stream()
                .map(PastAttendance::noted)
                .sorted()
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private static String said(Event event, Visit visit) {
        String what = sameSeries(event, visit)
                ? "an earlier " + event.series()
                : "a " + event.type().name().toLowerCase(Locale.ROOT);
        return switch (visit.seat()) {
            case ATTENDED -> "Came to " + what;
            case REGISTERED, WAITLISTED -> "Signed up for " + what;
            case DECLINED, CANCELLED -> "Declined " + what;
            case NO_SHOW -> "Signed up for " + what + " and did not come";
        };
    }

    private static String noted(Visit visit) {
        String what = visit.eventName() == null ? "an earlier event (" + visit.eventId() + ")" : visit.eventName();
        return switch (visit.seat()) {
            case ATTENDED -> "attended " + what;
            case REGISTERED -> "registered for " + what;
            case WAITLISTED -> "on the waiting list of " + what;
            case DECLINED -> "declined " + what;
            case CANCELLED -> "registered for " + what + " and cancelled";
            case NO_SHOW -> "registered for " + what + " and did not come";
        };
    }

    private static List<Visit> relevant(Event event, Guest guest) {
        return guest.visits().stream()
                .filter(visit -> !visit.eventId().equals(event.id()))
                .filter(visit -> sameSeries(event, visit) || visit.type() == event.type())
                .toList();
    }

    private static boolean sameSeries(Event event, Visit visit) {
        return event.series() != null && event.series().equalsIgnoreCase(visit.series());
    }

    private static double worth(Event event, Visit visit) {
        double seat = switch (visit.seat()) {
            case ATTENDED -> 1;
            case REGISTERED -> 0.5;
            case WAITLISTED -> 0.4;
            case DECLINED, CANCELLED -> -0.3;
            case NO_SHOW -> -0.4;
        };
        return seat * (sameSeries(event, visit) ? 1 : 0.45) * freshness(event, visit);
    }

    private static double freshness(Event event, Visit visit) {
        double days = Math.max(0, Duration.between(visit.at(), event.startsAt()).toHours() / 24.0);
        return Math.pow(0.5, days / HALF_LIFE_DAYS);
    }
}
