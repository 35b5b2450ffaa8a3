package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.avro.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A worker may die, sleep through its lease, or meet another at any point: there is one mail. */
class DyingWorkerTest extends DeliveryTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    /** A worker of ours that claims ahead of time takes whatever waits then, also what another test is about. */
    private static final String WAITING_MAILS = "waiting mails";

    @Autowired
    Deliveries deliveries;

    @Autowired
    Courier courier;

    @Autowired
    DeliverySettings settings;

    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock(value = WAITING_MAILS, mode = ResourceAccessMode.READ)
    @ParameterizedTest
    @EnumSource(BreakableMailboxes.Point.class)
    void aWorkerThatDiesAnywhereLeavesExactlyOneMail(BreakableMailboxes.Point point) {
        Scene scene = scene();
        mailboxes.dieOnce(scene.mailbox, point);
        scene.decide(scene.approval().build());

        scene.told(DeliveryStatus.ACCEPTED);

        assertThat(scene.sent()).hasSize(1);
        if (point == BreakableMailboxes.Point.BEFORE_SEND || point == BreakableMailboxes.Point.AFTER_SEND) {
            assertThat(scene.history())
                    .containsSubsequence(DeliveryStatus.SENDING, DeliveryStatus.UNKNOWN, DeliveryStatus.ACCEPTED);
        }
    }

    /** The mail as a worker of ours claimed it, before the service's own would. */
    private Delivery claimed(Scene scene, String worker) {
        Instant due = clock.instant().plus(Duration.ofHours(1));
        scene.decide(scene.approval().setSendAt(due).build());
        return Objects.requireNonNull(Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> claim(scene, worker, due.plusMillis(1)), Objects::nonNull));
    }

    private @Nullable Delivery claim(Scene scene, String worker, Instant at) {
        return deliveries
                .claim(worker, at, at.plusSeconds(5), 50)
                .filter(mail -> mail.mail().invitationId().equals(scene.invitation))
                .blockFirst(LONG);
    }

    @ResourceLock(WAITING_MAILS)
    @Test
    void twoWorkersWithTheSameMailSendOneDraftAndSweepTheOther() {
        Scene scene = scene();
        Delivery mail = claimed(scene, "zombie/1");

        Mono.when(courier.carry(mail), courier.carry(mail)).block(LONG);
        scene.told(DeliveryStatus.ACCEPTED);

        assertThat(scene.sent()).hasSize(1);
        Awaitility.await().atMost(LONG).until(() -> scene.drafts().isEmpty());
    }

    @ResourceLock(WAITING_MAILS)
    @Test
    void aWorkerThatSleptThroughItsLeaseSendsNothing() {
        Scene scene = scene();
        Delivery stale = claimed(scene, "zombie/2");
        Delivery fresh =
                Objects.requireNonNull(claim(scene, "heir/1", clock.instant().plus(Duration.ofHours(3))));
        courier.carry(fresh).block(LONG);
        scene.told(DeliveryStatus.ACCEPTED);

        courier.carry(stale).block(LONG);

        assertThat(scene.sent()).hasSize(1);
        Awaitility.await().atMost(LONG).until(() -> scene.drafts().isEmpty());
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock(value = WAITING_MAILS, mode = ResourceAccessMode.READ)
    @Test
    void aWorkerThatWakesInTheMiddleOfSendingChangesNothing() {
        Scene scene = scene();
        Sinks.Empty<Void> wake = Sinks.empty();
        mailboxes.stallSend(scene.mailbox, wake.asMono());
        scene.decide(scene.approval().build());

        scene.told(DeliveryStatus.ACCEPTED);
        wake.tryEmitEmpty();
        Scene after = invited();

        assertThat(after.sent()).hasSize(1);
        assertThat(scene.sent()).hasSize(1);
        assertThat(scene.history()).endsWith(DeliveryStatus.ACCEPTED).doesNotContain(DeliveryStatus.NEEDS_HUMAN);
    }

    @Test
    void aSecondSendingThatIsRefusedSaysNothingOfTheFirst() {
        Scene scene = scene();
        mailboxes.overtakeSend(scene.mailbox);
        scene.decide(scene.approval().build());

        scene.told(told -> told.getStatus() == DeliveryStatus.ACCEPTED || told.getStatus() == DeliveryStatus.REFUSED);

        assertThat(scene.sent()).hasSize(1);
        assertThat(scene.history()).endsWith(DeliveryStatus.ACCEPTED).doesNotContain(DeliveryStatus.REFUSED);
    }

    @Test
    void twoReplicasShareTheWorkAndSendEachMailOnce() {
        Rounds other = new Rounds(deliveries, courier, settings, clock, "second");
        other.start();
        try {
            List<Scene> scenes =
                    IntStream.range(0, 12).mapToObj(_ -> new Scene(broker)).toList();
            scenes.forEach(scene -> scene.decide(scene.approval().build()));
            scenes.forEach(scene -> scene.told(DeliveryStatus.ACCEPTED));
            assertThat(scenes).allSatisfy(scene -> assertThat(scene.sent()).hasSize(1));
        } finally {
            other.stop();
        }
    }
}
