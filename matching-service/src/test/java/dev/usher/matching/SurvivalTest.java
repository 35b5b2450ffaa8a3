package dev.usher.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.MatchingWeights;
import dev.usher.contracts.avro.Verdict;
import dev.usher.testkit.Samples;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;

@MatchingTest
class SurvivalTest {

    @Autowired
    private TestBroker broker;

    @Autowired
    @Qualifier("matching") private SmartLifecycle streams;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    private Scene scene;
    private String customer;

    @BeforeEach
    void begin() {
        scene = new Scene(broker, port);
        customer = scene.customers(1).getFirst();
        scene.announce(scene.summit());
        scene.awaitCandidate(said -> said.getCustomerId().equals(customer));
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.INVITE_REQUESTS, Topics.CUSTOMER_INTERESTS, Topics.REGISTRATIONS, Topics.EVENTS})
    void garbageIsParkedAsItCameAndTheStreamGoesOn(String topic) {
        broker.sendBytes(topic, customer, "no Avro at all".getBytes(UTF_8), Map.of("message-id", "bad-" + scene.run));
        Seen<byte[]> parked =
                broker.awaitBytes(topic + "-dlt", seen -> seen.id().equals("bad-" + scene.run));
        assertThat(parked.key()).isEqualTo(customer);
        assertThat(new String(parked.body(), UTF_8)).isEqualTo("no Avro at all");
        assertThat(parked.headers().get("parked-cause")).isNotBlank();
        assertThat(answered().getVerdict()).isEqualTo(Verdict.MATCHED);
    }

    @Test
    void aRecordUnderAForeignKeyIsParked() {
        broker.send(Topics.INVITE_REQUESTS, "somebody-else", request(), "foreign-" + scene.run);
        Seen<byte[]> parked = broker.awaitBytes(
                Topics.INVITE_REQUESTS + "-dlt", seen -> seen.id().equals("foreign-" + scene.run));
        assertThat(parked.headers().get("parked-cause")).contains("somebody-else");
        assertThat(meters.counter("usher.parked", "topic", Topics.INVITE_REQUESTS)
                        .count())
                .isPositive();
    }

    @Test
    void aRestartForgetsNothing() {
        streams.stop();
        streams.start();
        new Scene(broker, port);
        InviteCandidate said = answered();
        assertThat(said.getVerdict()).isEqualTo(Verdict.MATCHED);
        scene.announce(scene.cancelled(2));
        scene.awaitCandidate(candidate -> candidate.getVerdict() == Verdict.WITHDRAWN
                && candidate.getCustomerId().equals(customer));
    }

    @Test
    void theWeightsInForceArePublished() {
        Seen<MatchingWeights> seen = broker.awaitRecord(
                Topics.MATCHING_WEIGHTS,
                MatchingWeights.class,
                weights -> weights.key().equals("hand-set-1"));
        assertThat(seen.body().getWeights()).isNotEmpty();
        scene.http()
                .get()
                .uri("/api/matching/weights")
                .exchange()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo("hand-set-1");
    }

    private InviteCandidate answered() {
        String asked = broker.send(Topics.INVITE_REQUESTS, customer, request());
        return Objects.requireNonNull(broker.awaitRecord(
                        Topics.INVITE_CANDIDATES,
                        InviteCandidate.class,
                        seen -> asked.equals(seen.headers().get("caused-by")))
                .value());
    }

    private InviteRequest request() {
        return Samples.request().setEventId(scene.event).setCustomerId(customer).build();
    }
}
