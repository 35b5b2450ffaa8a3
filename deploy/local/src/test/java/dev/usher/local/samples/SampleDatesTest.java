package dev.usher.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDatesTest {

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2027-03-09", "2026-12-01, 2027-03-09", "2026-12-02, 2028-03-14", "2027-03-01, 2028-03-14"})
    void theSummitIsInTheNextMarchThatIsAtLeastNinetyDaysAway(LocalDate today, LocalDate summit) {
        assertThat(new SampleDates(today).summit()).isEqualTo(summit);
    }

    @Test
    void marksBecomeDatesAndWeekendsBecomeWorkingDays() {
        SampleDates dates = new SampleDates(LocalDate.of(2026, 11, 22));

        assertThat(dates.fill("@D+3T16:00")).isEqualTo("2026-11-25T16:00");
        assertThat(dates.fill("@D+6")).as("a Saturday").isEqualTo("2026-11-27");
        assertThat(dates.fill("@D+7")).as("a Sunday").isEqualTo("2026-11-30");
        assertThat(dates.fill("@YEAR @S+1T10:00 @FEB")).isEqualTo("2027 2027-03-10T10:00 2027-02-28");
    }
}
