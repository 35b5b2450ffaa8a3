package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.StatusAssertions;

@MatchingTest
class InterestTest {

    @Autowired
    private TestBroker broker;

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

    @Test
    void whoShowsAnInterestThatTheEventSpeaksToIsOffered() {
        show("key-1", "{\"topic\":\"AI agents\",\"source\":\"CHAT\"}");
        InviteCandidate offered = offered();
        assertThat(offered.getReasonText()).isEqualTo("interest in AI agents");
        assertThat(offered.getScore()).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void topicsAreTakenFromTheNoteAndEvidenceQuotesIt() {
        String note = "Asked how scaling CS with AI agents would change her team, and about scaling success.";
        show("key-2", "{\"source\":\"MEETING_NOTE\",\"note\":\"" + note + "\"}");
        InviteCandidate offered = offered();
        assertThat(offered.getReasonText()).isEqualTo(note);
        assertThat(offered.getContributions())
                .anySatisfy(part -> assertThat(part.getEvidence()).contains("'" + note + "'"));
        assertThat(offered.getSessions())
                .as("what the guest reads")
                .isNotEmpty()
                .allSatisfy(session -> assertThat(session.getBecause()).doesNotContain("Asked how"));
    }

    @Test
    void theSameKeyIsOneInterest() {
        show("key-3", "{\"topic\":\"AI agents\"}");
        offered();
        show("key-3", "{\"topic\":\"AI agents\"}");
        Awaitility.await().atMost(Scene.PATIENCE).until(() -> offers().size() == 2);
        assertThat(offers())
                .extracting(Seen::id)
                .containsOnly(offers().getFirst().id());
    }

    @Test
    void aKeyIsGoodForOneInterestOnly() {
        show("key-6", "{\"topic\":\"AI agents\"}");
        post("key-6", customer, "{\"topic\":\"beekeeping\"}").isEqualTo(422);
        post("", customer, "{\"topic\":\"AI agents\"}").isBadRequest();
        post("k".repeat(256), customer, "{\"topic\":\"AI agents\"}").isBadRequest();
    }

    @Test
    void anInterestThatNothingSpeaksToOffersNothing() {
        show("key-4", "{\"topic\":\"beekeeping\"}");
        show("key-5", "{\"topic\":\"AI agents\"}");
        assertThat(offered().getReasonText()).contains("AI agents");
        assertThat(offers()).hasSize(1);
    }

    @Test
    void anInterestWithoutTopicAndNoteOrOfNobodyIsRefused() {
        post("k", customer, "{}").isBadRequest();
        post("k", "nobody-" + scene.run, "{\"topic\":\"AI\"}").isNotFound();
    }

    private void show(String key, String body) {
        post(key, customer, body).isAccepted();
    }

    private StatusAssertions post(String key, String id, String body) {
        return scene.http()
                .post()
                .uri("/api/customers/{id}/interests", id)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus();
    }

    private InviteCandidate offered() {
        return scene.awaitCandidate(said -> said.getReason() == InviteReason.CUSTOMER_INTEREST)
                .body();
    }

    private List<Seen<InviteCandidate>> offers() {
        return scene.candidates().stream()
                .filter(seen -> seen.body().getReason() == InviteReason.CUSTOMER_INTEREST)
                .toList();
    }
}
