package dev.usher.invitation.chat;

import static dev.usher.invitation.Cast.at;
import static dev.usher.invitation.Cast.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.invitation.Event;
import dev.usher.invitation.Event.Format;
import dev.usher.invitation.Event.Type;
import dev.usher.invitation.chat.Talk.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhichEventTest {

    static final Event SUMMIT = event(Type.CONFERENCE, "Summit", at(1, 9), at(2, 17), Format.HYBRID);
    static final Event NEXT_DAY = event(Type.CONFERENCE, "Summit", at(2, 9), at(2, 17), Format.VIRTUAL);
    static final Event SAME_DAYS = event(Type.CONFERENCE, "Summit", at(1, 9), at(2, 17), Format.VIRTUAL);

    static List<Option> options(Event... events) {
        return WhichEvent.options(List.of(events), e -> "Invite dataflow to " + e.id());
    }

    @Test
    void aChoiceIsNamedWithItsDateAndListedWithItsPlace() {
        assertThat(options(SUMMIT, NEXT_DAY))
                .extracting(Option::label)
                .containsExactly("Summit, March 9–10, 2027", "Summit, Wednesday, March 10, 2027");
        assertThat(options(SUMMIT, NEXT_DAY))
                .extracting(Option::listed)
                .containsExactly(
                        "Summit, March 9–10, 2027, San Francisco or online",
                        "Summit, Wednesday, March 10, 2027, online");
    }

    @Test
    void thePlaceTellsApartWhatIsOnTheSameDaysAndTheIdWhatIsInOnePlaceToo() {
        assertThat(options(SUMMIT, SAME_DAYS))
                .extracting(Option::label)
                .containsExactly(
                        "Summit, March 9–10, 2027, San Francisco or online", "Summit, March 9–10, 2027, online");
        assertThat(options(SUMMIT, SUMMIT))
                .extracting(Option::label)
                .containsOnly("Summit, March 9–10, 2027, San Francisco or online (summit)");
    }

    @Test
    void aNumberTheNameTheDateOrTheLineBehindItChoosesIt() {
        Option gala = new Option("Gala, May 3, 2027", "Invite a to gala-7", "Gala", null);
        Option other = new Option("Gala Europe, May 4, 2027", "Invite a to gala-8", "Gala Europe", null);
        List<Option> both = List.of(gala, other);
        assertThat(List.of("1", "gala", "Gala, May 3, 2027", "may 3", "Invite a to gala-7"))
                .allSatisfy(said -> assertThat(Asking.chosen(said, both)).contains(gala));
        assertThat(Asking.said("Invite a to gala-7", both)).isEqualTo("Gala, May 3, 2027");
        assertThat(Asking.said("1", both)).isEqualTo("1");
    }
}
