package dev.usher.messaging.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.messaging.Avro;
import dev.usher.messaging.Headers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a listener does with what it is given: applied once and in order, later, or parked; never lost. */
class ListenerTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final byte[] GARBAGE = "not Avro".getBytes(UTF_8);
    private static final byte[] UNKNOWN_SCHEMA = {0, 0x7f, 0x7f, 0x7f, 0x7f, 2, 2};

    private final Ledger ledger = Trial.SERVICE.getBean(Ledger.class);
    private final Avro avro = Trial.SERVICE.getBean(Avro.class);
    private final Producer<String, byte[]> producer = Trial.producer();
    /** A customer of this test's own: one key, one partition, one order. */
    private final String customer = UUID.randomUUID().toString();

    @BeforeAll
    static void ready() {
        Trial.awaitReady(Trial.SERVICE);
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void garbageAndPoisonInTheMiddleAreParkedAndTheRestIsAppliedOnceInOrder() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            switch (i % 20) {
                case 5 -> send("garbage-" + i, GARBAGE);
                case 9 -> send("poison-" + i, note(Ledger.POISON));
                case 13 -> send("unknown-" + i, UNKNOWN_SCHEMA);
                default -> {
                    send(customer + i, note("n" + i));
                    expected.add("n" + i);
                }
            }
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).containsExactlyElementsOf(expected));
        await().atMost(SOON).untilAsserted(() -> assertThat(parked()).hasSize(9));
        assertThat(parked())
                .extracting(r -> Trial.header(r, Headers.MESSAGE_ID))
                .containsExactly(
                        "garbage-5",
                        "poison-9",
                        "unknown-13",
                        "garbage-25",
                        "poison-29",
                        "unknown-33",
                        "garbage-45",
                        "poison-49",
                        "unknown-53");
    }

    @Test
    void aParkedRecordKeepsItsBytesAndSaysTheRealCause() {
        double before = counted();
        int partition = send("the-poison", note(Ledger.POISON));

        await().atMost(SOON).until(() -> parked().size() == 1);
        var parked = parked().getFirst();
        assertThat(parked.value()).isEqualTo(note(Ledger.POISON));
        assertThat(Trial.header(parked, Headers.PARKED_PARTITION)).isEqualTo(Integer.toString(partition));
        assertThat(Trial.header(parked, Headers.PARKED_CAUSE))
                .isEqualTo("java.lang.IllegalArgumentException: no entry for poison");
        await().atMost(SOON).until(() -> counted() >= before + 1);
    }

    @Test
    void aRepeatHasNoSecondEffect() {
        send("once-" + customer, note("once"));
        send("once-" + customer, note("twice"));
        send("last-" + customer, note("last"));
        await().atMost(SOON).until(() -> notes().contains("last"));
        send("once-" + customer, note("thrice"));
        send("end-" + customer, note("end"));

        await().atMost(SOON).until(() -> notes().contains("end"));
        assertThat(notes()).containsExactly("once", "last", "end");
    }

    @Test
    void whatCannotBeHandledNowIsTriedAgainInPlaceAndKeepsItsOrder() {
        ledger.away.set(true);
        send(customer + 1, note("before"));
        send(customer + 2, note(Ledger.AWAY));
        send(customer + 3, note("after"));
        await().atMost(SOON).until(() -> notes().contains("before"));
        await().during(Duration.ofSeconds(2)).until(() -> notes().equals(List.of("before")));

        ledger.away.set(false);

        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).containsExactly("before", Ledger.AWAY, "after"));
        assertThat(parked()).isEmpty();
    }

    @Test
    void aRecordThatWasLateAndProvesBadIsParkedAndDoesNotHoldUpTheRest() {
        ledger.away.set(true);
        send(customer + 1, note(Ledger.AWAY_THEN_POISON));
        send(customer + 2, note("after"));
        await().during(Duration.ofSeconds(2)).until(() -> notes().isEmpty() && parked().isEmpty());

        ledger.away.set(false);

        await().atMost(SOON).until(() -> notes().contains("after"));
        assertThat(parked())
                .extracting(r -> Trial.header(r, Headers.PARKED_CAUSE))
                .containsExactly("java.lang.IllegalArgumentException: no entry after all");
    }

    @Test
    void aRecordThatOverflowsTheStackIsParkedAndDoesNotHoldUpTheRest() {
        send(customer + 1, note(Ledger.BOTTOMLESS));
        send(customer + 2, note("after"));

        await().atMost(SOON).until(() -> notes().contains("after"));
        assertThat(parked()).hasSize(1);
        assertThat(Trial.ENDINGS).isEmpty();
    }

    @Test
    void aTombstoneIsNoGarbage() {
        send(customer + 1, null);

        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).containsExactly("erased"));
    }

    @Test
    void aRecordFromOutsideGetsItsPlaceAsId() throws Exception {
        var sent = producer.send(new ProducerRecord<>(Topics.CUSTOMER_INTERESTS, customer, note("from outside")))
                .get();
        producer.send(new ProducerRecord<>(Topics.CUSTOMER_INTERESTS, customer, GARBAGE))
                .get();

        await().atMost(SOON).until(() -> notes().contains("from outside") && parked().size() == 1);
        String place = sent.topic() + "-" + sent.partition() + "-";
        assertThat(ledger.ids(customer)).containsExactly(place + sent.offset());
        assertThat(Trial.header(parked().getFirst(), Headers.MESSAGE_ID)).isEqualTo(place + (sent.offset() + 1));
    }

    @Test
    void anIdThatTheDatabaseRefusesParksThatRecordOnly() {
        send(customer + 1, note("good-1"));
        send("nul \0 " + customer, note("bad"));
        send(customer + 2, note("good-2"));

        await().atMost(SOON).untilAsserted(() -> assertThat(notes()).containsExactly("good-1", "good-2"));
        await().atMost(SOON).until(() -> parked().size() == 1);
    }

    private int send(String id, byte @Nullable [] value) {
        var record = new ProducerRecord<>(Topics.CUSTOMER_INTERESTS, customer, value);
        record.headers().add(Headers.MESSAGE_ID, id.getBytes(UTF_8));
        try {
            return producer.send(record).get().partition();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] note(String note) {
        return avro.encode(Topics.CUSTOMER_INTERESTS, Trial.interest(customer, note));
    }

    private List<String> notes() {
        return ledger.notes(customer);
    }

    private List<ConsumerRecord<String, byte[]>> parked() {
        return Trial.read(Topics.CUSTOMER_INTERESTS + Topics.PARKED_SUFFIX).stream()
                .filter(record -> customer.equals(record.key()))
                .toList();
    }

    private static double counted() {
        return Trial.SERVICE
                .getBean(MeterRegistry.class)
                .counter("usher.parked", "topic", Topics.CUSTOMER_INTERESTS)
                .count();
    }
}
