package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.delivery.Registrations.Crowd;
import dev.usher.delivery.Seat.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One seat a person, in the order in which they asked. */
class SeatTest {

    private static final Instant START = Instant.parse("2027-03-15T16:00:00Z");
    private static final Instant BEFORE = START.minusSeconds(60);
    private static final Instant DURING = START.plusSeconds(60);
    private static final Answer IN_THE_ROOM = new Answer.Register(Attendance.IN_PERSON, List.of());

    private static Gathering hybrid(int capacity) {
        return gathering(Gathering.Format.HYBRID, capacity);
    }

    private static Gathering gathering(Gathering.Format format, int capacity) {
        return new Gathering(
                "summit",
                1,
                false,
                "Summit",
                null,
                "CONFERENCE",
                START,
                START.plus(Duration.ofHours(8)),
                ZoneId.of("UTC"),
                format,
                null,
                List.of(new Gathering.Slot("opening", "Opening", START, START.plus(Duration.ofHours(1)))),
                null,
                capacity,
                null,
                null);
    }

    private static Guest guest(String name) {
        return new Guest("summit", "dataflow", name, name + "@dataflow.example", null);
    }

    private static Registration held(String name, RegistrationStatus status, Attendance how) {
        return new Registration(guest(name), "inv-" + name, status, how, List.of(), "PAGE", null, 0, BEFORE);
    }

    private static Verdict answer(@Nullable Registration held, Crowd crowd, Answer answer, Instant now) {
        return new Seat(hybrid(1), guest("maria"), "inv-maria", held, crowd).answer(answer, "PAGE", now);
    }

    private static RegistrationStatus after(Verdict verdict) {
        return ((Verdict.Changed) verdict).now().status();
    }

    @Test
    void aNewcomerDoesNotOvertakeWhoWaits() {
        assertThat(after(answer(null, new Crowd(0, 0), IN_THE_ROOM, BEFORE))).isEqualTo(RegistrationStatus.REGISTERED);
        assertThat(after(answer(null, new Crowd(0, 1), IN_THE_ROOM, BEFORE))).isEqualTo(RegistrationStatus.WAITLISTED);
    }

    @Test
    void aSeatOnlineIsKeptWhereTheRoomIsFull() {
        Registration online = held("maria", RegistrationStatus.REGISTERED, Attendance.VIRTUAL);

        assertThat(answer(online, new Crowd(1, 0), IN_THE_ROOM, BEFORE))
                .isEqualTo(new Verdict.Closed("The room is full. Your seat online stays yours."));
        assertThat(after(answer(online, new Crowd(0, 0), IN_THE_ROOM, BEFORE)))
                .isEqualTo(RegistrationStatus.REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, NO_SHOW",
        "ATTENDED, NO_SHOW",
        "WAITLISTED, ",
        "DECLINED, ",
        "CANCELLED, ",
        "NO_SHOW, ",
        ", "
    })
    void onlyWhoHadASeatIsMissed(@Nullable RegistrationStatus status, @Nullable RegistrationStatus then) {
        Registration held = status == null ? null : held("maria", status, Attendance.IN_PERSON);

        Verdict verdict = answer(held, new Crowd(1, 0), new Answer.Seen(false), DURING);

        assertThat(verdict instanceof Verdict.Changed changed ? changed.now().status() : null)
                .isEqualTo(then);
    }

    @Test
    void aSessionThatIsNotOnTheAgendaIsNamedByItsPlace() {
        Answer wish = new Answer.Register(Attendance.IN_PERSON, List.of("opening", "nonsense"));

        assertThat(answer(null, new Crowd(0, 0), wish, BEFORE)).isEqualTo(new Verdict.Foreign(1));
        assertThat(answer(null, new Crowd(0, 0), wish, START.plus(Duration.ofDays(1))))
                .isInstanceOf(Verdict.Closed.class);
    }

    @Test
    void whoWishesForTheScreenOfAnEventWithoutOneIsToldAndNotPutIntoTheRoom() {
        Answer online = new Answer.Register(Attendance.VIRTUAL, List.of());
        Answer either = new Answer.Register(null, List.of());

        assertThat(at(Gathering.Format.IN_PERSON, online))
                .isEqualTo(new Verdict.Closed("This event is held in person only."));
        assertThat(at(Gathering.Format.VIRTUAL, IN_THE_ROOM))
                .isEqualTo(new Verdict.Closed("This event is held online only."));
        assertThat(after(at(Gathering.Format.IN_PERSON, either))).isEqualTo(RegistrationStatus.REGISTERED);
        assertThat(after(at(Gathering.Format.VIRTUAL, online))).isEqualTo(RegistrationStatus.REGISTERED);
    }

    private static Verdict at(Gathering.Format format, Answer wish) {
        return new Seat(gathering(format, 10), guest("maria"), "inv-maria", null, new Crowd(0, 0))
                .answer(wish, "PAGE", BEFORE);
    }

    @Test
    void nobodyHasComeBeforeItBegins() {
        Registration held = held("maria", RegistrationStatus.REGISTERED, Attendance.IN_PERSON);

        assertThat(answer(held, new Crowd(1, 0), new Answer.Seen(true), BEFORE)).isInstanceOf(Verdict.Closed.class);
        assertThat(after(answer(held, new Crowd(1, 0), new Answer.Seen(true), DURING)))
                .isEqualTo(RegistrationStatus.ATTENDED);
    }

    @Test
    void freeSeatsGoToWhoWaitedLongestAndAScreenToAnybody() {
        List<Registration> waiting = List.of(
                held("anna", RegistrationStatus.WAITLISTED, Attendance.IN_PERSON),
                held("berta", RegistrationStatus.WAITLISTED, Attendance.IN_PERSON),
                held("clara", RegistrationStatus.WAITLISTED, Attendance.IN_PERSON),
                held("dora", RegistrationStatus.WAITLISTED, Attendance.VIRTUAL));

        assertThat(Seats.next(hybrid(5), 3, waiting))
                .extracting(seated -> seated.guest().contactId())
                .containsExactly("anna", "berta", "dora");
        assertThat(Seats.next(hybrid(2), 3, waiting))
                .extracting(seated -> seated.guest().contactId())
                .containsExactly("dora");
    }
}
