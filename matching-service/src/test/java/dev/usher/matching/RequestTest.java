package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.Verdict;
import dev.usher.testkit.Samples;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import dev.usher.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MatchingTest
class RequestTest {

    @Autowired
    private TestBroker broker;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private Scene scene;

    @BeforeEach
    void begin() {
        scene = new Scene(broker, port);
    }

    @Test
    void onePairIsExplainedAndWhatWasAskedIsHandedThrough() {
        String id = scene.customers(1).getFirst();
        scene.announce(scene.summit());
        String asked = broker.send(
                Topics.INVITE_REQUESTS,
                id,
                Samples.request()
                        .setEventId(scene.event)
                        .setCustomerId(id)
                        .setKind(MailKind.FOLLOW_UP)
                        .setNumber(2)
                        .setReason(InviteReason.FOLLOW_UP)
                        .setInvitationId("invitation-7")
                        .setNote("she asked twice")
                        .build());
        Seen<InviteCandidate> answer = answer(asked);
        InviteCandidate said = answer.body();
        assertThat(said.getVerdict()).isEqualTo(Verdict.MATCHED);
        assertThat(said.getKind()).isEqualTo(MailKind.FOLLOW_UP);
        assertThat(said.getNumber()).isEqualTo(2);
        assertThat(said.getReason()).isEqualTo(InviteReason.FOLLOW_UP);
        assertThat(said.getInvitationId()).isEqualTo("invitation-7");
        assertThat(said.getNote()).isEqualTo("she asked twice");
        assertThat(said.getContributions()).isNotEmpty();
        assertThat(said.getSessions()).isNotEmpty();
    }

    @Test
    void aRequestThatComesBeforeItsEventIsAnsweredWhenTheEventIsThere() {
        String id = scene.customers(1).getFirst();
        String asked = ask(id);
        scene.announce(scene.summit());
        assertThat(answer(asked).body().getVerdict()).isEqualTo(Verdict.MATCHED);
    }

    @Test
    void aRequestThatComesBeforeItsCustomerIsAnsweredWhenTheCustomerIsThere() {
        scene.announce(scene.summit());
        String asked = ask(scene.customer(0));
        scene.customers(1);
        assertThat(answer(asked).body().getVerdict()).isEqualTo(Verdict.MATCHED);
    }

    @Test
    void aRequestForAnEventThatNeverComesIsRefusedWithTheReason() {
        String id = scene.customers(1).getFirst();
        String asked = ask(id);
        broker.awaitTakenIn("matching-test", Topics.INVITE_REQUESTS);
        clock.advance(Duration.ofSeconds(31));
        InviteCandidate said = answer(asked).body();
        assertThat(said.getVerdict()).isEqualTo(Verdict.REFUSED);
        assertThat(said.getWhy()).contains(scene.event, "not known");
        assertThat(said.getEventVersion()).isZero();
        assertThat(said.getInvitationId()).isEqualTo(Samples.INVITATION);
    }

    @Test
    void aRequestForACancelledEventIsRefused() {
        String id = scene.customers(1).getFirst();
        scene.announce(scene.cancelled(3));
        assertThat(answer(ask(id)).body().getWhy()).contains("cancelled");
    }

    @Test
    void theSameRequestIsAnsweredUnderTheSameId() {
        String id = scene.customers(1).getFirst();
        scene.announce(scene.summit());
        String asked = ask(id);
        String first = answer(asked).id();
        broker.send(
                Topics.INVITE_REQUESTS,
                id,
                Samples.request().setEventId(scene.event).setCustomerId(id).build(),
                asked);
        String other = ask(id);
        assertThat(answer(other).id()).isNotEqualTo(first);
        assertThat(scene.candidates().stream()
                        .filter(seen -> asked.equals(seen.headers().get("caused-by")))
                        .map(Seen::id))
                .hasSize(2)
                .containsOnly(first);
    }

    private String ask(String customerId) {
        return broker.send(
                Topics.INVITE_REQUESTS,
                customerId,
                Samples.request()
                        .setEventId(scene.event)
                        .setCustomerId(customerId)
                        .build());
    }

    private Seen<InviteCandidate> answer(String asked) {
        return broker.awaitRecord(
                Topics.INVITE_CANDIDATES,
                InviteCandidate.class,
                seen -> asked.equals(seen.headers().get("caused-by")));
    }
}
