package dev.usher.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Invited;
import dev.usher.delivery.Kind;
import dev.usher.delivery.MailId;
import dev.usher.delivery.PickedSession;
import dev.usher.delivery.Registration;
import dev.usher.delivery.RegistrationStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calendar entries to the letter; the events lie on days when the clocks change. */
class ICalendarEntryTest {

    private static final Instant AT = Instant.parse("2026-11-22T20:00:00Z");
    private final ICalendarEntry entries = new ICalendarEntry();
    private final Guest guest = new Guest("summit", "dataflow", "maria", "maria@dataflow.example", "María Santos");
    private final Invited invited = new Invited(
            new MailId("inv-1", Kind.INVITATION, 1),
            guest,
            "ana@usher.example",
            "Ana Keller",
            List.of(new PickedSession("s1", "Scaling CS with AI Agents, live; again", "you scale")),
            Attendance.VIRTUAL);

    /** From the last evening of standard time to the first of summer time. */
    private static Gathering overnight(String zone, String from, String to) {
        ZoneId id = ZoneId.of(zone);
        return new Gathering(
                "summit",
                1,
                false,
                "Customer Success Summit 2027",
                null,
                "CONFERENCE",
                LocalDateTime.parse(from).atZone(id).toInstant(),
                LocalDateTime.parse(to).atZone(id).toInstant(),
                id,
                Gathering.Format.HYBRID,
                new Gathering.Place("Moscone West", "San Francisco", "CA", "US"),
                List.of(new Gathering.Slot(
                        "s2",
                        "Building Executive Relationships",
                        LocalDateTime.parse(from).atZone(id).toInstant(),
                        LocalDateTime.parse(to).atZone(id).toInstant())),
                null,
                null,
                null,
                null);
    }

    private Registration seat(int sequence, String... sessions) {
        return seat(Attendance.VIRTUAL, sequence, sessions);
    }

    private Registration seat(Attendance how, int sequence, String... sessions) {
        return new Registration(
                guest, "inv-1", RegistrationStatus.REGISTERED, how, List.of(sessions), "PAGE", null, sequence, AT);
    }

    @Test
    void anInvitationIsPublished() throws IOException {
        Gathering event = overnight("America/Los_Angeles", "2027-03-13T20:00", "2027-03-14T09:00");
        golden("publish.ics", entries.publish(event, invited, null, AT));
    }

    @Test
    void aSeatIsRequested() throws IOException {
        Gathering event = overnight("Europe/Berlin", "2027-10-30T20:00", "2027-10-31T09:00");
        golden("request.ics", entries.request(event, invited, seat(0), AT));
    }

    @Test
    void whatSheChoseTakesThePlaceOfWhatWasPickedForHer() {
        Gathering event = overnight("Europe/Berlin", "2027-03-27T20:00", "2027-03-28T09:00");
        assertThat(entries.request(event, invited, seat(0, "s2"), AT).replace("\r\n ", ""))
                .contains("Building Executive Relationships")
                .doesNotContain("Scaling CS");
    }

    @Test
    void aSeatGivenBackIsCancelled() throws IOException {
        Gathering event = overnight("Europe/Berlin", "2027-03-27T20:00", "2027-03-28T09:00");
        golden("cancel.ics", entries.cancel(event, invited, seat(1), AT));
    }

    @Test
    void thePlaceIsTheOneSheChose() {
        Gathering event = overnight("Europe/Berlin", "2027-03-27T20:00", "2027-03-28T09:00");

        assertThat(entries.publish(event, invited, seat(Attendance.IN_PERSON, 0), AT))
                .contains("LOCATION:Moscone West\\, San Francisco\\, CA\r\n");
        assertThat(entries.publish(event, invited, seat(Attendance.VIRTUAL, 0), AT))
                .contains("LOCATION:Online\r\n");
    }

    @Test
    void severalDaysLeaveTheNightsFree() throws IOException {
        Gathering event = overnight("America/Los_Angeles", "2027-03-12T09:00", "2027-03-14T17:00");
        golden("days.ics", entries.request(event, invited, seat(0), AT));
    }

    @Test
    void aDayThatEndsAtMidnightIsNoSecondDay() {
        Gathering event = overnight("Europe/Berlin", "2027-03-27T06:00", "2027-03-28T00:00");

        assertThat(entries.request(event, invited, seat(0), AT)).contains("DTSTART:20270327T050000Z");
    }

    @Test
    void theFileOfACancelledEventTakesItOutOfTheCalendar() {
        Gathering event = overnight("Europe/Berlin", "2027-03-27T20:00", "2027-03-28T09:00");

        assertThat(entries.publish(version(event, 2, true), invited, null, AT))
                .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1");
    }

    @Test
    void theSequenceGrowsWithTheEventAndWithTheSeatAndNeverStartsAnew() {
        Gathering event = overnight("Europe/Berlin", "2027-03-27T20:00", "2027-03-28T09:00");

        assertThat(entries.publish(version(event, 3, false), invited, null, AT)).contains("SEQUENCE:2");
        assertThat(entries.request(version(event, 3, false), invited, seat(0), AT))
                .contains("SEQUENCE:2");
        assertThat(entries.request(version(event, 4, false), invited, seat(1), AT))
                .contains("SEQUENCE:4");
    }

    private static Gathering version(Gathering event, int version, boolean cancelled) {
        return new Gathering(
                event.id(),
                version,
                cancelled,
                event.name(),
                event.series(),
                event.type(),
                event.startsAt(),
                event.endsAt(),
                event.zone(),
                event.format(),
                event.place(),
                event.sessions(),
                event.registrationUrl(),
                event.capacity(),
                event.host(),
                event.hostEmail());
    }

    private static void golden(String name, String actual) throws IOException {
        Path kept = Path.of("src/test/resources/golden", name);
        Files.writeString(Files.createDirectories(Path.of("target/golden")).resolve(name), actual);
        assertThat(actual).isEqualTo(Files.readString(kept));
    }

    @Test
    void anAddressMayHoldWhatAUriMayNot() {
        Guest odd = new Guest("summit", "dataflow", "maria", "a|b@dataflow.example", null);
        Invited her = new Invited(
                new MailId("inv-1", Kind.INVITATION, 1),
                odd,
                "ana@usher.example",
                "Ana Keller",
                List.of(),
                Attendance.VIRTUAL);
        Registration seat = new Registration(
                odd, "inv-1", RegistrationStatus.REGISTERED, Attendance.VIRTUAL, List.of(), "PAGE", null, 0, AT);

        assertThat(entries.request(overnight("Europe/Berlin", "2027-03-27T20:00", "2027-03-28T10:00"), her, seat, AT))
                .contains("mailto:a%7Cb@dataflow.example");
    }
}
