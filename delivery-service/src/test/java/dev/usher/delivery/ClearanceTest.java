package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What happened since a mail was queued decides whether it still goes. */
class ClearanceTest {

    private static Standing.Occasion event(boolean begun, boolean over) {
        return new Standing.Occasion(1, 1, false, begun, over);
    }

    /** Of a mail that speaks of version 1, while the event is at 2. */
    private static Clearance changed(Kind kind, int movedIn) {
        var event = new Standing.Occasion(2, movedIn, false, false, false);
        return Clearance.of(kind, 1, new Standing(null, event, seat(kind)));
    }

    private static @Nullable RegistrationStatus seat(Kind kind) {
        return kind.approved() ? null : RegistrationStatus.REGISTERED;
    }

    @ParameterizedTest(name = "{0} to a seat {1}, event begun: {2}, over: {3}")
    @CsvSource({
        "REMINDER, REGISTERED, false, false, ",
        "REMINDER, CANCELLED, false, false, WITHDRAWN",
        "REMINDER, WAITLISTED, false, false, WITHDRAWN",
        "REMINDER, REGISTERED, true, false, REFUSED",
        "CONFIRMATION, WAITLISTED, false, false, ",
        "CONFIRMATION, CANCELLED, false, false, WITHDRAWN",
        "CHANGE, REGISTERED, false, false, ",
        "CHANGE, DECLINED, false, false, WITHDRAWN",
        "CHANGE, REGISTERED, true, true, REFUSED",
        "FOLLOW_UP, , false, false, ",
        "FOLLOW_UP, REGISTERED, false, false, WITHDRAWN",
        "FOLLOW_UP, DECLINED, false, false, WITHDRAWN",
        "FOLLOW_UP, , true, true, REFUSED",
        "INVITATION, REGISTERED, false, false, ",
        "CANCELLATION, CANCELLED, false, false, ",
        "CANCELLATION, REGISTERED, false, false, WITHDRAWN",
        "POST_EVENT, ATTENDED, true, true, "
    })
    void whatWasOvertakenDoesNotGo(
            Kind kind, @Nullable RegistrationStatus seat, boolean begun, boolean over, @Nullable State end) {
        Clearance clearance = Clearance.of(kind, new Standing(null, event(begun, over), seat));

        assertThat(clearance instanceof Clearance.Stop stop ? stop.end() : null).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsBarredGetsNothing(Standing.Bar bar) {
        assertThat(Clearance.of(Kind.INVITATION, new Standing(bar, event(false, false), null)))
                .isInstanceOf(Clearance.Stop.class);
    }

    @Test
    void anApprovalOfAnOlderEventDoesNotGo() {
        assertThat(changed(Kind.INVITATION, 1)).isEqualTo(new Clearance.Stop(State.WITHDRAWN, "event changed"));
    }

    @Test
    void anApprovalOfTheNewEventGoesEvenBeforeItIsKnownHere() {
        Standing standing = new Standing(null, event(false, false), null);

        assertThat(Clearance.of(Kind.INVITATION, 2, standing)).isInstanceOf(Clearance.Go.class);
        assertThat(Clearance.of(Kind.INVITATION, 1, standing)).isInstanceOf(Clearance.Go.class);
    }

    @Test
    void aReminderOfAnotherTimeDoesNotGoButOneOfAnotherVersionDoes() {
        assertThat(changed(Kind.REMINDER, 2)).isEqualTo(new Clearance.Stop(State.WITHDRAWN, "the event was moved"));
        assertThat(changed(Kind.REMINDER, 1)).isInstanceOf(Clearance.Go.class);
        assertThat(changed(Kind.CHANGE, 2)).isInstanceOf(Clearance.Go.class);
    }
}
