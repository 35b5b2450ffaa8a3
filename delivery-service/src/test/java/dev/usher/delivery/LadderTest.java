package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void daysAreDaysOfTheGuestsCalendarAcrossTheClockChange() {
        Instant start = Instant.parse("2027-03-15T16:00:00Z");

        List<Instant> due = new Ladder(List.of("P7D", "P1D", "PT1H"), LocalTime.of(9, 0)).before(start, CHICAGO);

        assertThat(due)
                .containsExactly(
                        Instant.parse("2027-03-08T15:00:00Z"), // 9:00 CST, before the change
                        Instant.parse("2027-03-14T14:00:00Z"), // 9:00 CDT, the day of the change
                        Instant.parse("2027-03-15T15:00:00Z"));
    }

    @Test
    void aDayThatBeginsElsewhereCountsFromTheGuestsOwnDate() {
        Instant start = Instant.parse("2027-06-02T02:00:00Z"); // June 1st in Chicago, June 2nd in Tokyo

        Ladder ladder = new Ladder(List.of("P1D"), LocalTime.of(9, 0));

        assertThat(ladder.before(start, CHICAGO)).containsExactly(Instant.parse("2027-05-31T14:00:00Z"));
        assertThat(ladder.before(start, ZoneId.of("Asia/Tokyo")))
                .containsExactly(Instant.parse("2027-06-01T00:00:00Z"));
    }

    @Test
    void silenceCountsWorkingDaysOnly() {
        Instant friday = Instant.parse("2026-11-20T10:00:00Z");
        assertThat(WorkingDays.after(friday, 1, ZoneOffset.UTC)).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(WorkingDays.after(friday, 5, ZoneOffset.UTC)).isEqualTo("2026-11-27T10:00:00Z");
    }

    @Test
    void timesAreToldOnTheGuestsClockWhereItDiffers() {
        Instant from = Instant.parse("2027-03-15T16:00:00Z");
        Instant to = Instant.parse("2027-03-15T17:30:00Z");
        ZoneId angeles = ZoneId.of("America/Los_Angeles");

        assertThat(Times.range(from, to, angeles)).isEqualTo("Monday, March 15, 2027, 9:00 AM to 10:30 AM PDT");
        assertThat(Times.inHerZone(from, to, angeles, CHICAGO))
                .contains("Monday, March 15, 2027, 11:00 AM to 12:30 PM CDT");
        assertThat(Times.inHerZone(from, to, angeles, ZoneId.of("America/Vancouver")))
                .isEmpty();
        assertThat(Times.brief(from, angeles)).isEqualTo("Mon, Mar 15, 9:00 AM PDT");
    }
}
