package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Contact;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.Decision;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.gmail.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** Opt-out, cancellation and withdrawal win over all that has not begun to send. */
class CallingBackTest extends DeliveryTest {

    /** The clock stands, so the mail waits as long as a test likes. */
    private void later(Scene scene) {
        clock.set(clock.instant());
        scene.decide(scene.approval()
                .setSendAt(clock.instant().plus(Duration.ofSeconds(4)))
                .build());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(scene) == 1);
    }

    private int rows(Scene scene) {
        Integer count = database.sql(
                        "select count(*)::int from deliveries where invitation_id = :id and state = 'PENDING'")
                .bind("id", scene.invitation)
                .mapValue(Integer.class)
                .one()
                .block();
        return count == null ? 0 : count;
    }

    private InviteDecision withdrawal(Scene scene) {
        return scene.approval()
                .setDecision(Decision.WITHDRAWN)
                .setContent(null)
                .setWhy("not now")
                .build();
    }

    @Test
    void aMailThatHasNotBegunIsWithdrawn() {
        Scene scene = scene();
        later(scene);

        scene.decide(withdrawal(scene));

        assertThat(scene.told(DeliveryStatus.WITHDRAWN).getWhy()).isEqualTo("not now");
        nothingIsSent(scene);
    }

    @Test
    void aMailThatIsOutIsTooLateToWithdraw() {
        Scene scene = invited();

        scene.decide(withdrawal(scene));

        InviteDelivery told =
                scene.told(late -> late.getWhy() != null && late.getWhy().contains("too late"));
        assertThat(told.getStatus()).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(told.getMessageId()).isEqualTo(scene.sent().getFirst().header("Message-ID"));
    }

    @Test
    void aWithdrawalThatComesBeforeItsApprovalWins() {
        Scene scene = scene();
        scene.decide(withdrawal(scene));

        scene.decide(scene.approval().build());

        assertThat(scene.told(told -> true).getWhy()).isEqualTo("not now");
        nothingIsSent(scene);
    }

    @Test
    void aWithdrawalDuringASendingThatGmailPutsOffWins() {
        Scene scene = scene();
        Sinks.Empty<Void> asked = Sinks.empty();
        mailboxes.stallSend(scene.mailbox, asked.asMono());
        scene.fault("drafts.send", FaultKind.BURST, 1);
        scene.decide(scene.approval().build());
        scene.told(DeliveryStatus.SENDING);
        scene.decide(withdrawal(scene));
        scene.told(told -> told.getWhy() != null && told.getWhy().contains("too late"));

        asked.tryEmitEmpty();

        assertThat(scene.told(told -> told.getStatus() != DeliveryStatus.SENDING)
                        .getStatus())
                .isEqualTo(DeliveryStatus.WITHDRAWN);
        nothingIsSent(scene);
    }

    @Test
    void aWithdrawnMailIsSentOnceANewRevisionIsApproved() {
        Scene scene = scene();
        later(scene);
        scene.decide(withdrawal(scene));
        scene.told(DeliveryStatus.WITHDRAWN);
        Content second =
                Content.newBuilder(scene.content()).setText("Second thoughts").build();

        scene.decide(scene.approval(second).setRevision(2).build());

        assertThat(scene.told(DeliveryStatus.ACCEPTED).getRevision()).isEqualTo(2);
        assertThat(scene.sent()).hasSize(1);
    }

    @Test
    void anOptOutBetweenApprovalAndSendingWins() {
        Scene scene = scene();
        later(scene);
        Contact out = Contact.newBuilder(scene.customer().getContacts().getFirst())
                .setOptedOut(true)
                .build();

        broker.send(
                Topics.CUSTOMERS,
                scene.customer,
                scene.customer().setVersion(2).setContacts(List.of(out)).build());

        assertThat(scene.told(DeliveryStatus.REFUSED).getWhy()).contains("opted out");
        nothingIsSent(scene);
    }

    @Test
    void whatStandsAgainstAMailIsAskedAgainInTheTransactionThatBeginsIt() {
        Scene scene = scene();
        later(scene);
        unsubscribe(scene);

        clock.advance(Duration.ofSeconds(5));

        assertThat(scene.told(DeliveryStatus.REFUSED).getWhy()).contains("unsubscribed");
        nothingIsSent(scene);
    }

    /** Nobody tells the waiting mail, as if both had happened at the same moment. */
    private void unsubscribe(Scene scene) {
        database.sql("insert into suppressions (address, invitation_id, source, at) values (:a, 'x', 'LINK', now())")
                .bind("a", scene.guest)
                .then()
                .block();
    }

    @Test
    void aMailInDoubtIsNotCalledUnsentWhileItsSendingMayStillArrive() {
        Scene scene = scene();
        mailboxes.arriveBeforeDiscard(scene.mailbox);
        clock.set(clock.instant());
        scene.decide(scene.approval().build());
        scene.told(DeliveryStatus.UNKNOWN);
        unsubscribe(scene);

        clock.advance(Duration.ofSeconds(60));

        assertThat(scene.told(told -> told.getStatus() == DeliveryStatus.ACCEPTED
                                || told.getStatus() == DeliveryStatus.REFUSED)
                        .getStatus())
                .isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(scene.sent()).hasSize(1);
    }

    @Test
    void aCancelledEventCallsItsMailsBack() {
        Scene scene = scene();
        later(scene);

        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event().setVersion(2).setStatus(EventStatus.CANCELLED).build());

        assertThat(scene.told(DeliveryStatus.WITHDRAWN).getWhy()).contains("cancelled");
        nothingIsSent(scene);
    }

    @Test
    void anErasedCustomerIsNotWrittenTo() {
        Scene scene = scene();
        later(scene);

        broker.sendBytes(Topics.CUSTOMERS, scene.customer, null, Map.of());

        assertThat(scene.told(DeliveryStatus.REFUSED).getWhy()).contains("erased");
        nothingIsSent(scene);
    }

    @Test
    void anErasedCustomerIsNotWrittenToByALaterApproval() {
        Scene scene = scene();
        broker.sendBytes(Topics.CUSTOMERS, scene.customer, null, Map.of());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> erased(scene));

        scene.decide(scene.approval().build());

        assertThat(scene.told(DeliveryStatus.REFUSED).getWhy()).contains("erased");
        nothingIsSent(scene);
    }

    private boolean erased(Scene scene) {
        return Boolean.TRUE.equals(database.sql("select exists (select 1 from erased_customers where id = :id)")
                .bind("id", scene.customer)
                .mapValue(Boolean.class)
                .one()
                .block());
    }

    @Test
    void anErasedCustomerTakesNobodyElsesMailAlong() {
        Scene erased = scene();
        Scene other = new Scene(broker);
        Content same =
                Content.newBuilder(other.content()).setRecipient(erased.guest).build();
        clock.set(clock.instant());
        other.decide(other.approval(same)
                .setSendAt(clock.instant().plus(Duration.ofSeconds(4)))
                .build());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(other) == 1);

        broker.sendBytes(Topics.CUSTOMERS, erased.customer, null, Map.of());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> erased(erased));
        clock.advance(Duration.ofSeconds(5));

        other.told(DeliveryStatus.ACCEPTED);
    }

    @Test
    void aMailPutOffByGmailDoesNotGoOnceItsEventChanged() {
        Scene scene = scene();
        scene.fault("drafts.send", FaultKind.UNAUTHORIZED, 1);
        clock.set(clock.instant());
        scene.decide(scene.approval().build());
        scene.told(DeliveryStatus.NEEDS_HUMAN);
        change(scene);

        clock.advance(Duration.ofSeconds(60));

        assertThat(scene.told(DeliveryStatus.WITHDRAWN).getWhy()).isEqualTo("event changed");
        nothingIsSent(scene);
        scene.decide(secondVersion(scene).setRevision(2).build());
        assertThat(scene.told(DeliveryStatus.ACCEPTED).getRevision()).isEqualTo(2);
    }

    @Test
    void aMailFoundUnsentDoesNotGoOnceItsEventChanged() {
        Scene scene = scene();
        scene.fault("drafts.send", FaultKind.FAIL_BEFORE, 1);
        clock.set(clock.instant());
        scene.decide(scene.approval().build());
        scene.told(DeliveryStatus.UNKNOWN);
        change(scene);

        clock.advance(Duration.ofSeconds(60));

        assertThat(scene.told(DeliveryStatus.WITHDRAWN).getWhy()).isEqualTo("event changed");
        nothingIsSent(scene);
    }

    @Test
    void anApprovalOfTheNewEventGoesEvenBeforeItIsKnownHere() {
        Scene scene = scene();

        scene.decide(secondVersion(scene).build());

        scene.told(DeliveryStatus.ACCEPTED);
    }

    private static InviteDecision.Builder secondVersion(Scene scene) {
        return scene.approval(
                Content.newBuilder(scene.content()).setEventVersion(2).build());
    }

    private void change(Scene scene) {
        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event().setVersion(2).setStatus(EventStatus.CHANGED).build());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> version(scene) == 2);
    }

    private int version(Scene scene) {
        return Objects.requireNonNull(database.sql("select version from known_events where id = :id")
                .bind("id", scene.event)
                .mapValue(Integer.class)
                .one()
                .block());
    }

    /** Nor later: the time it was planned for passes. */
    private void nothingIsSent(Scene scene) {
        clock.advance(Duration.ofSeconds(60));
        invited();
        assertThat(scene.sent()).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> scene.drafts().isEmpty());
    }
}
