package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest did since a mail was queued decides whether it still goes. */
class ClearanceTest {

    @ParameterizedTest(name = "{0} to a seat {1}, event over: {2}")
    @CsvSource({
        "REMINDER, REGISTERED, false, ",
        "REMINDER, CANCELLED, false, WITHDRAWN",
        "REMINDER, WAITLISTED, false, WITHDRAWN",
        "REMINDER, REGISTERED, true, REFUSED",
        "FOLLOW_UP, , false, ",
        "FOLLOW_UP, REGISTERED, false, WITHDRAWN",
        "FOLLOW_UP, DECLINED, false, WITHDRAWN",
        "FOLLOW_UP, , true, REFUSED",
        "INVITATION, REGISTERED, false, ",
        "CANCELLATION, CANCELLED, false, ",
        "POST_EVENT, ATTENDED, true, "
    })
    void whatWasOvertakenDoesNotGo(Kind kind, @Nullable RegistrationStatus seat, boolean over, @Nullable State end) {
        Clearance clearance = Clearance.of(kind, new Standing(false, false, false, over, seat));

        assertThat(clearance instanceof Clearance.Stop stop ? stop.end() : null).isEqualTo(end);
    }
}
