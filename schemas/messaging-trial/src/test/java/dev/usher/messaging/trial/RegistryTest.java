package dev.usher.messaging.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.Avro;
import dev.usher.messaging.Later;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The registry: what we put there, and what happens without it. */
class RegistryTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final String customer = UUID.randomUUID().toString();

    @BeforeAll
    static void ready() {
        Trial.awaitReady(Trial.SERVICE);
    }

    @Test
    void everyTopicsSchemaIsRegisteredWithoutJavasOwnMarks() throws Exception {
        for (var topic : Topics.ALL) {
            assertThat(get("/subjects/" + topic.name() + "-value/versions")).isEqualTo("[1]");
            assertThat(get("/subjects/" + topic.name() + "-value/versions/1")).doesNotContain("avro.java.string");
        }
        assertThat(get("/config")).contains("BACKWARD_TRANSITIVE");
    }

    @Test
    void aRecordIsInConfluentsWireFormatAndReadsBackEqual() {
        var interest = Trial.interest(customer, "Grüße, 你好");
        var avro = Trial.SERVICE.getBean(Avro.class);

        byte[] bytes = avro.encode(Topics.CUSTOMER_INTERESTS, interest);

        assertThat(bytes).startsWith(0, 0, 0, 0);
        assertThat(avro.decode(Topics.CUSTOMER_INTERESTS, bytes, interest.getClass()))
                .isEqualTo(interest);
    }

    @Test
    void anOutageIsLaterNeverParked() throws Exception {
        byte[] value = Trial.SERVICE
                .getBean(Avro.class)
                .encode(Topics.CUSTOMER_INTERESTS, Trial.interest(customer, "waited for"));
        try (var producer = Trial.producer();
                var young = Trial.replica(
                        Trial.database(),
                        "young",
                        "trial.group=young",
                        "spring.kafka.consumer.auto-offset-reset=latest")) {
            Trial.awaitReady(young);
            var ledger = young.getBean(Ledger.class);
            await().atMost(SOON).until(() -> {
                send(producer, null);
                return ledger.notes(customer).contains("erased");
            });
            Trial.REGISTRY.kill();
            try (var ignorant = new Avro(URI.create(Trial.REGISTRY.url()))) {
                assertThatThrownBy(() -> ignorant.decode(Topics.CUSTOMER_INTERESTS, value, CustomerInterest.class))
                        .isInstanceOf(Later.class);
            }
            assertThat(young.getBean(Avro.class)
                            .encode(Topics.CUSTOMER_INTERESTS, Trial.interest(customer, "waited for")))
                    .as("what it may write it knew when it was ready")
                    .isEqualTo(value);
            send(producer, value); // the listener has decoded nothing yet, so it must ask the registry
            await().during(Duration.ofSeconds(2))
                    .until(() -> !ledger.notes(customer).contains("waited for"));

            Trial.REGISTRY.restart();

            await().atMost(SOON).until(() -> ledger.notes(customer).contains("waited for"));
            assertThat(Trial.read(Topics.CUSTOMER_INTERESTS + Topics.PARKED_SUFFIX))
                    .noneMatch(record -> customer.equals(record.key()));
        }
    }

    private void send(Producer<String, byte[]> producer, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(Topics.CUSTOMER_INTERESTS, customer, value))
                .get();
    }

    private static String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Trial.REGISTRY.url() + "/apis/ccompat/v7" + path))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
