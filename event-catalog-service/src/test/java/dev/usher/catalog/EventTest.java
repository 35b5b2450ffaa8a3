package dev.usher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.catalog.Outcome.Published;
import dev.usher.catalog.Outcome.Refused;
import dev.usher.catalog.Outcome.Unchanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Details WEBINAR = details("Onboarding in a week");
    private static final Details RENAMED = details("Onboarding in a day");

    private final Event announced = published(Event.announced("e", WEBINAR, NOW));

    @Test
    void anEventBeginsWithVersionOne() {
        assertThat(announced).isEqualTo(new Event("e", 1, EventStatus.ANNOUNCED, WEBINAR, null, NOW));
    }

    @Test
    void aChangeIsTheNextVersion() {
        assertThat(announced.changed(RENAMED, NOW.plusSeconds(1)))
                .isEqualTo(new Published(new Event("e", 2, EventStatus.CHANGED, RENAMED, null, NOW.plusSeconds(1))));
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        assertThat(announced.changed(details("Onboarding in a week"), NOW.plusSeconds(1)))
                .isEqualTo(new Unchanged(announced));
    }

    @Test
    void aCancelledEventCannotBeChanged() {
        Event cancelled = published(announced.cancelled("No room", NOW));

        assertThat(cancelled.version()).isEqualTo(2);
        assertThat(cancelled.why()).isEqualTo("No room");
        assertThat(cancelled.changed(RENAMED, NOW)).isEqualTo(new Refused(new Refusal.Cancelled("e")));
        assertThat(cancelled.changed(WEBINAR, NOW)).isEqualTo(new Refused(new Refusal.Cancelled("e")));
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        Event cancelled = published(announced.cancelled("No room", NOW));

        assertThat(cancelled.cancelled("Other reason", NOW.plusSeconds(1))).isEqualTo(new Unchanged(cancelled));
    }

    private static Event published(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Published.class);
        return ((Published) outcome).event();
    }

    private static Details details(String name) {
        Reading reading = Reading.of(Said.of(Said.webinar().put("name", name)));
        assertThat(reading).isInstanceOf(Reading.Clear.class);
        return ((Reading.Clear) reading).details();
    }
}
