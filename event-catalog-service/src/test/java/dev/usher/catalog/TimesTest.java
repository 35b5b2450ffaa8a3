package dev.usher.catalog;

import static dev.usher.catalog.Said.clear;
import static dev.usher.catalog.Said.faults;
import static dev.usher.catalog.Said.webinar;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2027-03-14T02:30, 2027-03-14T02:00",
        "Europe/Berlin,       2027-03-28T02:00, 2027-03-28T02:00",
        "Europe/London,       2027-03-28T01:59, 2027-03-28T01:00"
    })
    void aTimeThatTheClocksSkipDoesNotExist(String zone, String skipped, String before) {
        assertThat(faults(webinar().put("timeZone", zone), said -> said.put("startsAt", skipped)))
                .containsExactly("startsAt does not exist in %s: clocks go from %s to %s"
                        .formatted(zone, before, zone.equals("Europe/London") ? "02:00" : "03:00"));
    }

    @Test
    void ofATimeThatComesTwiceTheEarlierIsMeant() {
        Details details = clear(webinar().put("startsAt", "2027-10-31T02:30").put("endsAt", "2027-10-31T02:30+01:00"));

        assertThat(details.startsAt()).hasToString("2027-10-31T02:30+02:00");
        assertThat(details.endsAt()).hasToString("2027-10-31T02:30+01:00");
    }

    @Test
    void aTimeWithAnOffsetOfItsOwnIsToldInTheZoneOfTheEvent() {
        Details details =
                clear(webinar().put("startsAt", "2027-05-04T14:00:00Z").put("endsAt", "2027-05-04T11:00-04:00"));

        assertThat(details.startsAt()).hasToString("2027-05-04T16:00+02:00");
        assertThat(details.endsAt()).hasToString("2027-05-04T17:00+02:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-05-04",
                "2027-02-30T10:00",
                "10:00",
                "2027-05-04 10:00",
                "+99999-01-01T00:00",
                "1747-05-04T10:00",
                "now"
            })
    void whatIsNoDateAndTimeIsRefused(String time) {
        assertThat(faults(webinar(), said -> said.put("startsAt", time)))
                .singleElement()
                .asString()
                .startsWith("startsAt must be a date and time such as ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "GMT+2", "europe/berlin", "Mars/Olympus"})
    void onlyAnIanaZoneIsAZone(String zone) {
        assertThat(faults(webinar(), said -> said.put("timeZone", zone)))
                .containsExactly("timeZone must be an IANA time zone such as Europe/Brussels");
    }
}
