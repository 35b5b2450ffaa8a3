package dev.usher.messaging.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.messaging.Cause;
import dev.usher.messaging.Headers;
import dev.usher.messaging.Outbox;
import dev.usher.messaging.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;

/** From a committed row to the topic, whatever dies in between. */
class RelayTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final Ledger ledger = Trial.SERVICE.getBean(Ledger.class);
    private final String customer = UUID.randomUUID().toString();

    @BeforeAll
    static void ready() {
        Trial.awaitReady(Trial.SERVICE);
    }

    @Test
    void whatIsCommittedIsPublishedInOrderAndLeavesNoRow() {
        publish(ledger, "first", "second");
        publish(ledger, "third");

        await().atMost(SOON).until(() -> ledger.notes(customer).equals(List.of("first", "second", "third")));
        assertThat(ledger.count("select count(*) from outbox")).isZero();
    }

    @Test
    void whatIsRolledBackIsNeverPublished() {
        assertThatThrownBy(() -> ledger.announce(List.of(Trial.interest(customer, "undone")), true)
                        .block())
                .hasMessage("changed my mind");
        publish(ledger, "done");

        await().atMost(SOON).until(() -> ledger.notes(customer).contains("done"));
        assertThat(ledger.notes(customer)).containsExactly("done");
    }

    @Test
    void publishingWithoutATransactionFails() {
        var outbox = Trial.SERVICE.getBean(Outbox.class);
        var message = Outgoing.of(Topics.CUSTOMER_INTERESTS, customer, Trial.interest(customer, "loose"));

        assertThatThrownBy(() -> outbox.publish(message).block()).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRecordThatTheBrokerWouldRefuseIsNotCommitted() {
        var large = Trial.interest(customer, "x".repeat(1024 * 1024));

        assertThatThrownBy(() -> ledger.announce(List.of(large), false).block())
                .hasMessageContaining("customer-interests takes no record of");
    }

    @Test
    void aRecordSaysWhatItIsWhatCausedItAndWhichTraceItBelongsTo() {
        var cause = Cause.of("what-came-before", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        ledger.announce(List.of(Trial.interest(customer, "caused")), false)
                .contextWrite(cause::into)
                .block();

        await().atMost(SOON).until(() -> !published().isEmpty());
        var record = published().getFirst();
        assertThat(ledger.ids(customer)).isSubsetOf(Trial.header(record, Headers.MESSAGE_ID));
        assertThat(Trial.header(record, Headers.CAUSED_BY)).isEqualTo("what-came-before");
        assertThat(Trial.header(record, Headers.TRACEPARENT)).isEqualTo(cause.traceparent());
        assertThat(cause.traceparent())
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331");
        assertThat(Trial.header(record, Headers.TYPE)).isEqualTo("CustomerInterest");
        assertThat(record.headers())
                .extracting(Header::key)
                .containsExactlyInAnyOrder(Headers.MESSAGE_ID, Headers.TYPE, Headers.CAUSED_BY, Headers.TRACEPARENT);
    }

    @Test
    void theSecondReplicaWaitsAndTakesOverWhenTheFirstLosesItsLock() {
        String database = Trial.database();
        try (var first = silent(database, "first")) {
            Trial.awaitReady(first);
            await().atMost(SOON).until(() -> turn(first).equals("RELAYING"));
            try (var second = silent(database, "second")) {
                Trial.awaitReady(second);
                assertThat(turn(second)).isEqualTo("WAITING");
                publish(first.getBean(Ledger.class), "by the first");

                first.getBean(Ledger.class)
                        .count("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname ="
                                + " current_database() and application_name = 'usher-relay-lock' and pid in"
                                + " (select pid from pg_locks where locktype = 'advisory' and granted)");
                publish(first.getBean(Ledger.class), "by the second");

                await().atMost(SOON)
                        .until(() ->
                                turn(second).equals("RELAYING") && turn(first).equals("WAITING"));
                await().atMost(SOON)
                        .until(() -> notesPublished().containsAll(List.of("by the first", "by the second")));
                second.close();
                publish(first.getBean(Ledger.class), "by the first again");
                await().atMost(SOON).until(() -> notesPublished().contains("by the first again"));
            }
        }
    }

    @Test
    void nothingIsLostWhenTheBrokerIsKilled() {
        var notes = IntStream.range(0, 40).mapToObj(i -> "n" + i).toList();
        for (String note : notes) {
            publish(ledger, note);
            if (note.equals("n10")) {
                Trial.KAFKA.kill();
            }
        }
        Trial.KAFKA.restart();

        await().atMost(SOON.multipliedBy(2))
                .untilAsserted(() -> assertThat(ledger.notes(customer)).isEqualTo(notes));
        assertThat(Trial.ENDINGS).isEmpty();
    }

    @Test
    void aRelayStopsInSecondsWithoutABrokerAndTheNextSendsWhatWasNotAcknowledged() {
        String database = Trial.database();
        try (var first = silent(database, "first")) {
            Trial.awaitReady(first);
            await().atMost(SOON).until(() -> turn(first).equals("RELAYING"));
            publish(first.getBean(Ledger.class), "acknowledged"); // so that the producer knows the topic
            await().atMost(SOON).until(() -> notesPublished().contains("acknowledged"));
            Trial.KAFKA.kill();
            publish(first.getBean(Ledger.class), "not acknowledged");
            await().during(Duration.ofSeconds(2)).until(() -> turn(first).equals("RELAYING"));

            long began = System.nanoTime();
            first.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        } finally {
            Trial.KAFKA.restart();
        }
        try (var second = silent(database, "second")) {
            assertThat(second.isActive()).isTrue();
            await().atMost(SOON).until(() -> notesPublished().contains("not acknowledged"));
        }
    }

    /** A replica that relays and does not listen. */
    private static ConfigurableApplicationContext silent(String database, String instance) {
        return Trial.replica(database, instance, "spring.kafka.listener.auto-startup=false");
    }

    private static String turn(ConfigurableApplicationContext replica) {
        var health = replica.getBean(HealthEndpoint.class).healthForPath("relay");
        return health instanceof IndicatedHealthDescriptor relay
                ? String.valueOf(relay.getDetails().get("turn"))
                : "none";
    }

    private void publish(Ledger by, String... notes) {
        by.announce(
                        List.of(notes).stream()
                                .map(note -> Trial.interest(customer, note))
                                .toList(),
                        false)
                .block();
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        return Trial.read(Topics.CUSTOMER_INTERESTS).stream()
                .filter(record -> customer.equals(record.key()))
                .toList();
    }

    private List<String> notesPublished() {
        return published().stream()
                .map(record -> Trial.interest(record).getNote())
                .toList();
    }
}
