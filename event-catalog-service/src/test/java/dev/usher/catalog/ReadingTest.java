package dev.usher.catalog;

import static dev.usher.catalog.Said.clear;
import static dev.usher.catalog.Said.faults;
import static dev.usher.catalog.Said.summit;
import static dev.usher.catalog.Said.webinar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.catalog.Details.Host;
import dev.usher.catalog.Details.Offer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReadingTest {

    @Test
    void everythingThatIsSaidIsUnderstood() {
        Details details = clear(summit());

        assertThat(details.name()).isEqualTo("2027 Customer Success Summit");
        assertThat(details.startsAt()).hasToString("2027-03-10T09:00-08:00");
        assertThat(details.venue()).isEqualTo(new Venue("Pier 27", "San Francisco", "CA", "US"));
        assertThat(details.sessions()).extracting(Details.Session::id).containsExactly("agents", "executives");
        assertThat(details.sessions().getFirst().speakers())
                .containsExactly(new Details.Speaker("Li Wei", "VP", "Example"));
        assertThat(details.offer())
                .isEqualTo(new Offer("20 % partner discount", "PARTNER20", LocalDate.parse("2027-02-15")));
        assertThat(details.capacity()).isEqualTo(400);
    }

    @Test
    void whatIsNotSaidOrEmptyOrNullIsUnknown() {
        Details silent = clear(webinar());
        ObjectNode empty = webinar();
        for (String field : List.of("series", "description", "registrationUrl")) {
            empty.put(field, " ");
        }
        for (String field : List.of("venue", "audience", "offer", "host", "followUp")) {
            empty.putObject(field);
        }
        empty.putArray("topics").add("");
        empty.putNull("sessions");
        empty.putArray("deadlines").addObject();
        empty.putNull("capacity");

        assertThat(clear(empty)).isEqualTo(silent);
        assertThat(silent.venue()).isNull();
        assertThat(silent.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics", "sessions", "deadlines", "audience.regions", "sessions[0].speakers"})
    void anEntryThatIsNullIsNamedWithItsPlace(String list) {
        String pointer = "/" + list.replace(".", "/").replace("[0]", "/0");
        int next = summit().at(pointer).size();

        assertThat(faults(summit(), said -> ((ArrayNode) said.at(pointer)).addNull()))
                .containsExactly(list + "[" + next + "] must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "type", "format", "startsAt", "endsAt", "timeZone"})
    void aRequiredFieldThatIsMissingOrBlankIsNamed(String field) {
        assertThat(faults(summit(), said -> said.remove(field))).contains(field + " is required");
        assertThat(faults(summit(), said -> said.put(field, "  "))).contains(field + " is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "startsAt", "endsAt"})
    void aRequiredFieldOfASessionIsNamedWithItsPlace(String field) {
        assertThat(faults(summit(), said -> session(said, 1).remove(field)))
                .containsExactly("sessions[1]." + field + " is required");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        ObjectNode said = summit().put("name", "").put("type", "PARTY").put("timeZone", "Mars/Olympus");
        said.withObject("venue").put("country", "Atlantis");
        session(said, 0).put("title", "");
        session(said, 1).put("startsAt", "tomorrow");

        assertThat(faults(said, same -> {}))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactly(
                        "name", "type", "timeZone", "venue.country", "sessions[0].title", "sessions[1].startsAt");
    }

    @Test
    void theEndIsAfterTheStart() {
        assertThat(faults(summit(), said -> said.put("endsAt", "2027-03-10T09:00")))
                .containsExactly("endsAt must be after startsAt");
        assertThat(faults(summit(), said -> session(said, 0).put("endsAt", "2027-03-10T13:00")))
                .containsExactly("sessions[0].endsAt must be after startsAt");
    }

    @Test
    void aSessionLiesWithinItsEvent() {
        assertThat(faults(summit(), said -> session(said, 0).put("startsAt", "2027-03-10T08:59")))
                .containsExactly("sessions[0].startsAt is before the event starts at 2027-03-10T09:00-08:00");
        assertThat(faults(summit(), said -> session(said, 1).put("endsAt", "2027-03-11T17:01")))
                .containsExactly("sessions[1].endsAt is after the event ends at 2027-03-11T17:00-08:00");
    }

    @Test
    void twoSessionsDoNotShareAnId() {
        assertThat(faults(summit(), said -> session(said, 1).put("id", "agents")))
                .containsExactly("sessions[1].id is that of an earlier session");
    }

    @ParameterizedTest
    @CsvSource({"Germany, DE", "deu, DE", "Czech Republic, CZ", "South Korea, KR", "Atlantis, ", "Turkey, TR", "UK, GB"
    })
    void aCountryMayBeWrittenInAnyForm(String said, String iso) {
        ObjectNode event = summit();
        event.withObject("venue").put("country", said);

        if (iso == null) {
            assertThat(faults(event, same -> {}))
                    .containsExactly("venue.country must be a country, by its English name or ISO code");
        } else {
            assertThat(clear(event).venue()).extracting(Venue::country).isEqualTo(iso);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/register",
                "www.example.com",
                "ftp://example.com",
                "javascript:alert(1)",
                "https:///x",
                "https://",
                "http:example.com",
                "https://google.com@evil.example/",
                "https://a b.example"
            })
    void anAddressIsAbsoluteAndOfTheWeb(String address) {
        assertThat(faults(summit(), said -> said.put("registrationUrl", address)))
                .containsExactly("registrationUrl must be an absolute http or https address");
        assertThat(faults(summit(), said -> said.withObject("followUp").put("surveyUrl", address)))
                .containsExactly("followUp.surveyUrl must be an absolute http or https address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example",
                "HTTPS://a.example:8443/x?y=%20#z",
                "https://münchen.example/",
                "http://[::1]:80/",
                "http://my_host/"
            })
    void anAddressMayBeAnyOfTheWeb(String address) {
        assertThat(clear(summit().put("registrationUrl", address)).registrationUrl())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aRoomHoldsSomebody(int capacity) {
        assertThat(faults(summit(), said -> said.put("capacity", capacity)))
                .containsExactly("capacity must be at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\r\n", "\u0007", "\u0085", "\ud83d"})
    void whatCannotBePrintedIsRefusedInAnyText(String odd) {
        String why = " holds a control character or half a character";
        assertThat(faults(summit(), said -> said.put("id", "a" + odd))).containsExactly("id" + why);
        assertThat(faults(summit(), said -> said.put("name", "a" + odd))).containsExactly("name" + why);
        assertThat(faults(summit(), said -> said.putArray("topics").add("a").add(odd + "b")))
                .containsExactly("topics[1]" + why);
        assertThat(faults(summit(), said -> session(said, 0).put("id", odd + "a")))
                .containsExactly("sessions[0].id" + why);
    }

    @Test
    void aLongTextMayHaveLinesAndEmojis() {
        assertThat(clear(summit().put("description", "one\r\n\ttwo 😀")).description())
                .isEqualTo("one\r\n\ttwo 😀");
        assertThat(faults(summit(), said -> said.put("description", "one\0two")))
                .hasSize(1);
    }

    @Test
    void nothingIsLongerThanIsSane() {
        assertThat(faults(summit(), said -> said.put("name", "n".repeat(1001))))
                .containsExactly("name is longer than 1,000 characters");
        assertThat(faults(summit(), said -> said.put("id", "i".repeat(201))))
                .containsExactly("id is longer than 200 characters");
        assertThat(faults(summit(), said -> session(said, 0).put("abstract", "a".repeat(50_001))))
                .containsExactly("sessions[0].abstract is longer than 50,000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "a?b", "a#b", "a%20b", ".", "..", "a;b"})
    void anIdIsFitForAPath(String id) {
        assertThat(faults(summit(), said -> said.put("id", id)))
                .singleElement()
                .asString()
                .startsWith("id must not be");
    }

    @Test
    void anUnknownChoiceIsToldTheKnownOnes() {
        assertThat(faults(summit(), said -> said.put("type", "conference")))
                .containsExactly("type must be one of [CONFERENCE, WEBINAR, ROUNDTABLE, MEETUP]");
        assertThat(faults(summit(), said -> said.put("format", "BOTH")))
                .containsExactly("format must be one of [IN_PERSON, VIRTUAL, HYBRID]");
    }

    @Test
    void aDayIsADay() {
        assertThat(faults(summit(), said -> said.withObject("offer").put("expiresOn", "15.2.2027")))
                .containsExactly("offer.expiresOn must be a day such as 2027-02-15");
        assertThat(faults(
                        summit(),
                        said -> said.withArray("deadlines")
                                .addObject()
                                .put("text", "x")
                                .put("on", "2027-02-29")))
                .containsExactly("deadlines[1].on must be a day such as 2027-02-15");
    }

    @Test
    void aHostWithoutNameGoesByTheAddressAndAnOfferWithoutWordsByItsCode() {
        ObjectNode said = summit();
        said.withObject("host").putNull("name");
        said.withObject("offer").putNull("text");

        assertThat(clear(said).host()).isEqualTo(new Host("events@host.example", "events@host.example"));
        assertThat(clear(said).offer()).extracting(Offer::text).isEqualTo("Code PARTNER20");
    }

    @Test
    void anAddressForQuestionsIsOne() {
        assertThat(faults(summit(), said -> said.withObject("host").put("email", "events at host")))
                .containsExactly("host.email must be an e-mail address");
    }

    @Test
    void anAnnouncementOfAKnownEventNamesNoOther() {
        Announcement said = Said.of(webinar().put("id", "other"));

        assertThat(Reading.of("known", said))
                .isEqualTo(new Reading.Unclear(List.of(new Fault("id", "is not that of the event 'known'"))));
        assertThat(Reading.of("other", said)).isInstanceOf(Reading.Clear.class);
    }

    private static ObjectNode session(ObjectNode said, int index) {
        return (ObjectNode) said.withArray("sessions").get(index);
    }
}
