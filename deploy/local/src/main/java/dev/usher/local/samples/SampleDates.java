package dev.usher.local.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes dates for the marks in the sample files: {@code @D+21} a working day about 21 days from today, {@code @S+1} the
 * second day of the summit, {@code @FEB} the last day of the February before it, {@code @YEAR} its year. A time may
 * stand behind a day.
 *
 * <p>The summit is in the next March whose first day is at least 90 days away.
 */
final class SampleDates {

    private static final int SUMMIT_AT_LEAST_DAYS_AWAY = 90;
    private static final Pattern DAY = Pattern.compile("@([DS])([+-]\\d+)");

    private final LocalDate today;
    private final LocalDate summit;

    SampleDates(LocalDate today) {
        this.today = today;
        this.summit = summit(today);
    }

    String fill(String text) {
        Matcher days = DAY.matcher(text);
        String dated = days.replaceAll(
                mark -> day(mark.group(1), Integer.parseInt(mark.group(2))).toString());
        return dated.replace("@YEAR", Integer.toString(summit.getYear()))
                .replace("@FEB", summit.withDayOfMonth(1).minusDays(1).toString());
    }

    LocalDate summit() {
        return summit;
    }

    private LocalDate day(String anchor, int offset) {
        return anchor.equals("S") ? summit.plusDays(offset) : workingDay(today.plusDays(offset));
    }

    /** The second Tuesday, so that both days are working days. */
    private static LocalDate summit(LocalDate today) {
        LocalDate march = LocalDate.of(today.getYear(), Month.MARCH, 1);
        while (march.isBefore(today.plusDays(SUMMIT_AT_LEAST_DAYS_AWAY))) {
            march = march.plusYears(1);
        }
        return march.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.TUESDAY));
    }

    private static LocalDate workingDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
