package dev.usher.messaging.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.messaging.Avro;
import dev.usher.messaging.Headers;
import dev.usher.messaging.Parked;
import dev.usher.messaging.Parking;
import dev.usher.messaging.Replayed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What was parked can be looked at and sent back, once. */
class ParkingTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final Ledger ledger = Trial.SERVICE.getBean(Ledger.class);
    /** Where no key of these tests belongs by its hash alone, but for one in twelve. */
    private static final int ODD_PARTITION = 7;

    private final Parking parking = new Parking(Trial.KAFKA.url());
    private final String customer = UUID.randomUUID().toString();

    @Test
    void aReplayKeepsTheIdAndASecondReplayDoesNothing() {
        Trial.awaitReady(Trial.SERVICE);
        parking.replay(Topics.CUSTOMER_INTERESTS);
        ledger.refused.add(customer);
        send("parked-" + customer);
        String cause = "java.lang.IllegalStateException: no entry for " + customer;
        await().atMost(SOON).until(() -> parking.list().contains(new Parked(Topics.CUSTOMER_INTERESTS, cause, 1)));

        ledger.refused.remove(customer);
        assertThat(parking.replay(Topics.CUSTOMER_INTERESTS).sent()).isPositive();

        await().atMost(SOON).until(() -> ledger.notes(customer).equals(List.of("for later")));
        assertThat(ledger.ids(customer)).containsExactly("parked-" + customer);
        assertThat(parking.list()).extracting(Parked::cause).doesNotContain(cause);
        assertThat(arrived()).isEqualTo(2);
        parking.replay(Topics.CUSTOMER_INTERESTS);
        parking.replay(Topics.CUSTOMER_INTERESTS + Topics.PARKED_SUFFIX);
        assertThat(arrived()).isEqualTo(2);
    }

    @Test
    void aReplayNeverPutsOlderStateBehindNewer() throws Exception {
        Trial.awaitReady(Trial.SERVICE);
        String alone = customer + "-alone";
        try (var producer = Trial.producer()) {
            producer.send(named(Topics.EVENTS, customer, "first")).get();
            producer.send(named(Topics.EVENTS, customer, "second")).get();
            producer.send(named(Topics.EVENTS, alone, "only")).get();
            producer.send(named(Topics.EVENTS + Topics.PARKED_SUFFIX, customer, "first"))
                    .get();
            var nowhere = named(Topics.EVENTS + Topics.PARKED_SUFFIX, alone, "only");
            nowhere.headers().add(Headers.PARKED_PARTITION, "99".getBytes(UTF_8));
            producer.send(nowhere).get();
        }

        assertThat(parking.replay(Topics.EVENTS)).isEqualTo(new Replayed(1, 1));

        assertThat(ids(Topics.EVENTS, customer)).containsExactly("first", "second");
        assertThat(ids(Topics.EVENTS, alone)).containsExactly("only", "only");
    }

    private static ProducerRecord<String, byte[]> named(String topic, String key, String id) {
        var record = new ProducerRecord<>(topic, key, new byte[] {1});
        record.headers().add(Headers.MESSAGE_ID, id.getBytes(UTF_8));
        return record;
    }

    private static List<String> ids(String topic, String key) {
        return Trial.read(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> Trial.header(record, Headers.MESSAGE_ID))
                .toList();
    }

    /** How often this test's record stands in its partition; what other tests parked is parked anew by every replay. */
    private long arrived() {
        return Trial.read(Topics.CUSTOMER_INTERESTS).stream()
                .filter(record -> customer.equals(record.key()) && record.partition() == ODD_PARTITION)
                .count();
    }

    private void send(String id) {
        byte[] value = Trial.SERVICE
                .getBean(Avro.class)
                .encode(Topics.CUSTOMER_INTERESTS, Trial.interest(customer, "for later"));
        var record = new ProducerRecord<>(Topics.CUSTOMER_INTERESTS, ODD_PARTITION, customer, value);
        record.headers().add(Headers.MESSAGE_ID, id.getBytes(UTF_8));
        try (var producer = Trial.producer()) {
            producer.send(record);
        }
    }
}
