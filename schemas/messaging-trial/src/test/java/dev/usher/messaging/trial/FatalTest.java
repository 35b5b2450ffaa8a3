package dev.usher.messaging.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What ends the process, or keeps it from starting. */
class FatalTest {

    @Test
    void aConsumerThatIsFencedEndsTheProcess() {
        try (var first = Trial.replica(Trial.database(), "same", "trial.group=fenced", "usher.relay.enabled=false")) {
            Trial.awaitReady(first);
            try (var second =
                    Trial.replica(Trial.database(), "same", "trial.group=fenced", "usher.relay.enabled=false")) {
                await().atMost(Duration.ofSeconds(60)).until(() -> !Trial.ENDINGS.isEmpty());
                assertThat(Trial.ENDINGS.poll()).contains("FENCED");
                assertThat(second.isActive()).isTrue();
            }
        } finally {
            Trial.ENDINGS.clear();
        }
    }

    @Test
    void aBatchThatMayTakeLongerThanThePollIntervalIsRefusedAtStart() {
        assertThatThrownBy(() -> Trial.replica(Trial.database(), "slow", "usher.messaging.handle-within=290s"))
                .hasStackTraceContaining("must stay below max.poll.interval.ms");
    }
}
