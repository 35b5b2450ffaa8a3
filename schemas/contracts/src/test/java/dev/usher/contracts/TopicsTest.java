package dev.usher.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void areThoseOfTheContract() {
        assertThat(Topics.ALL.stream().map(Topic::name))
                .containsExactlyInAnyOrder(
                        "event-announcements",
                        "events",
                        "customers",
                        "customer-interests",
                        "invite-requests",
                        "invite-candidates",
                        "invite-approvals",
                        "invite-decisions",
                        "invite-deliveries",
                        "registrations",
                        "reminders",
                        "matching-weights",
                        "audit-heads");
    }

    @Test
    void eachSaysWhatItsKeyMeansWhoWritesItAndHowLongItIsKept() {
        assertThat(Topics.ALL).allSatisfy(topic -> {
            assertThat(topic.key()).isNotBlank();
            assertThat(topic.owner()).isNotBlank();
            assertThat(topic.compacted() ? Duration.ofDays(1) : topic.retention())
                    .isPositive();
            assertThat(topic.subject()).isEqualTo(topic.name() + "-value");
            assertThat(topic.parked()).isEqualTo(topic.name() + "-dlt");
            assertThat(topic.partitions()).isEqualTo(12);
        });
    }

    @Test
    void aServiceKnowsWhatItMayWrite() {
        assertThat(Topics.ALL.stream()
                        .filter(topic -> topic.isWrittenBy("delivery-service"))
                        .map(Topic::name))
                .containsExactlyInAnyOrder(
                        "customer-interests", "invite-requests", "invite-deliveries", "registrations", "reminders");
    }

    @Test
    void wholeStatesAreCompacted() {
        assertThat(Topics.ALL.stream().filter(Topic::compacted).map(Topic::name))
                .containsExactlyInAnyOrder("events", "customers", "matching-weights");
    }

    @Test
    void mailContentIsKeptThirtyDays() {
        for (Topic topic : Topics.ALL) {
            if (List.of("invite-approvals", "invite-decisions").contains(topic.name())) {
                assertThat(topic.retention()).isEqualTo(Duration.ofDays(30));
            }
        }
    }

    @Test
    void anEventMayHaveFourMegabytes() {
        for (Topic topic : Topics.ALL) {
            if (List.of("events", "event-announcements").contains(topic.name())) {
                assertThat(topic.maxMessageBytes()).isEqualTo(4 * 1024 * 1024);
            }
        }
    }
}
