package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.ContentHash;
import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.contracts.avro.MailKind;
import dev.usher.gmail.FaultKind;
import dev.usher.gmail.Mail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Never more than one mail for an approval, whatever Gmail answers. */
class SendingTest extends DeliveryTest {

    @Test
    void anApprovedMailIsSentOnceWithItsHeaders() {
        Scene scene = scene();
        scene.decide(scene.approval().build());

        InviteDelivery accepted = scene.told(DeliveryStatus.ACCEPTED);

        assertThat(scene.sent()).hasSize(1);
        Mail mail = scene.sent().getFirst();
        assertThat(mail.header("X-Invitation-Id")).isEqualTo(scene.invitation);
        assertThat(mail.header("To")).contains(scene.guest);
        assertThat(mail.header("From")).contains("Ana Keller").contains(scene.mailbox);
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Unsubscribe")).startsWith("<http").contains("/u/");
        assertThat(accepted.getMessageId()).isEqualTo(mail.header("Message-ID"));
        assertThat(accepted.getMailbox()).isEqualTo(scene.mailbox);
        assertThat(scene.history()).containsExactly(DeliveryStatus.SENDING, DeliveryStatus.ACCEPTED);
    }

    @Test
    void anApprovedMailIsAcceptedWithinMoments() {
        Scene warm = scene();
        warm.decide(warm.approval().build());
        warm.told(DeliveryStatus.ACCEPTED);
        Scene scene = scene();
        scene.decide(scene.approval().build());

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> scene.sent().size() == 1);
    }

    /** Gmail's whole script: each fault, at each call of the protocol where it may strike, ends in exactly one mail. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{1} x{2} at {0}")
    @CsvSource({
        "drafts.send, BURST, 2",
        "drafts.send, DAILY, 1",
        "drafts.send, FORBIDDEN, 2",
        "drafts.send, UNAUTHORIZED, 1",
        "drafts.send, FAIL_BEFORE, 2",
        "drafts.send, FAIL_AFTER, 1",
        "drafts.send, HANG, 1",
        "drafts.send, DROP, 1",
        "drafts.create, BURST, 1",
        "drafts.create, DAILY, 1",
        "drafts.create, FAIL_BEFORE, 1",
        "drafts.create, FAIL_AFTER, 1",
        "drafts.create, DROP, 1",
        "drafts.create, HANG, 1",
        "getProfile, FAIL_BEFORE, 1",
        "getProfile, UNAUTHORIZED, 1",
        "messages.get, FAIL_BEFORE, 1",
        "messages.get, DROP, 1"
    })
    void everyFaultEndsInExactlyOneMail(String operation, FaultKind kind, int times) {
        Scene scene = scene();
        scene.fault(operation, kind, times);
        scene.decide(scene.approval().build());

        scene.told(DeliveryStatus.ACCEPTED);

        assertThat(scene.sent()).hasSize(1);
        assertThat(scene.faultsLeft()).as("faults that never struck").isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(scene.drafts()).as("drafts left over").isEmpty());
        assertThat(scene.sent()).hasSize(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0} while asking what became of it")
    @CsvSource({"drafts.get, FAIL_BEFORE", "threads.get, FAIL_BEFORE", "drafts.get, BURST", "drafts.get, UNAUTHORIZED"})
    void aFaultWhileReconcilingIsNoAnswerAndIsAskedAgain(String operation, FaultKind kind) {
        Scene scene = scene();
        scene.fault("drafts.send", FaultKind.DROP, 1);
        scene.fault(operation, kind, 1);
        scene.decide(scene.approval().build());

        scene.told(DeliveryStatus.ACCEPTED);

        assertThat(scene.sent()).hasSize(1);
        assertThat(scene.history())
                .containsSubsequence(DeliveryStatus.SENDING, DeliveryStatus.UNKNOWN, DeliveryStatus.ACCEPTED);
    }

    @Test
    void aMailboxThatLocksUsOutIsToldAndTheMailGoesOnceItIsOpen() {
        Scene scene = scene();
        scene.fault("drafts.create", FaultKind.UNAUTHORIZED, 2);
        scene.decide(scene.approval().build());

        assertThat(scene.told(DeliveryStatus.NEEDS_HUMAN).getWhy()).contains("connect the mailbox " + scene.mailbox);
        scene.told(DeliveryStatus.ACCEPTED);
        assertThat(scene.sent()).hasSize(1);
    }

    @Test
    void anEditInGmailsOwnWindowDoesNotSlipThrough() {
        Scene scene = scene();
        String other = "From: " + scene.mailbox + "\r\nTo: " + scene.guest + "\r\nSubject: Not approved\r\n\r\nHi\r\n";
        mailboxes.stallSend(
                scene.mailbox,
                Mono.fromRunnable(() -> editDraft(scene, other))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then());
        scene.decide(scene.approval().build());

        scene.told(DeliveryStatus.ACCEPTED);

        assertThat(scene.sent())
                .extracting(mail -> mail.header("Subject"))
                .containsExactly(scene.content().getSubject());
    }

    private static void editDraft(Scene scene, String rfc822) {
        WebTestClient gmail = WebTestClient.bindToServer()
                .baseUrl(Scene.GMAIL.url() + "/gmail/v1/users/" + scene.mailbox)
                .build();
        byte[] listed = Objects.requireNonNull(gmail.get()
                .uri("/drafts")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());
        String draft = JsonMapper.shared().readTree(listed).at("/drafts/0/id").asString();
        String raw = Base64.getUrlEncoder().encodeToString(rfc822.getBytes(StandardCharsets.UTF_8));
        gmail.put()
                .uri("/drafts/" + draft)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"message\":{\"raw\":\"" + raw + "\"}}")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(scene.drafts()).extracting(mail -> mail.header("Subject")).containsExactly("Not approved");
    }

    @Test
    void aDraftThatAPersonRemovedIsAskedAbout() {
        Scene scene = scene();
        scene.fault("drafts.send", FaultKind.DELETE_DRAFT, 1);
        scene.decide(scene.approval().build());

        InviteDelivery asked = scene.told(DeliveryStatus.NEEDS_HUMAN);

        assertThat(asked.getWhy()).contains("draft is gone");
        assertThat(scene.sent()).isEmpty();
    }

    @Test
    void theSameApprovalTwiceIsOneMail() {
        Scene scene = scene();
        scene.decide(scene.approval().build());
        scene.decide(scene.approval().build());
        broker.send(
                Topics.INVITE_DECISIONS,
                scene.customer,
                scene.approval().build(),
                UUID.randomUUID().toString());

        scene.told(DeliveryStatus.ACCEPTED);

        Scene other = scene();
        other.decide(other.approval().build());
        other.told(DeliveryStatus.ACCEPTED);
        assertThat(scene.sent()).hasSize(1);
    }

    @Test
    void aFollowUpFromAnotherMailboxBeginsItsOwnThread() {
        Scene scene = invited();
        Content other = Content.newBuilder(scene.content())
                .setSender("bo-" + scene.tag + "@usher.example")
                .build();

        scene.decide(scene.approval(other)
                .setKind(MailKind.FOLLOW_UP)
                .setContentHash(ContentHash.of(other, MailKind.FOLLOW_UP, 1))
                .build());

        scene.told(told -> told.getKind() == MailKind.FOLLOW_UP && told.getStatus() == DeliveryStatus.ACCEPTED);
        assertThat(Scene.GMAIL.mails(other.getSender())).hasSize(1);
    }

    @Test
    void contentThatNobodyApprovedIsRefused() {
        Scene scene = scene();
        Content other =
                Content.newBuilder(scene.content()).setText("Something else").build();
        scene.decide(scene.approval().setContent(other).build());

        InviteDelivery refused = scene.told(DeliveryStatus.REFUSED);

        assertThat(refused.getWhy()).contains("not what was approved");
        assertThat(scene.sent()).isEmpty();
        assertThat(scene.drafts()).isEmpty();
    }

    @Test
    void aSubjectThatWouldBeginAnotherHeaderIsRefused() {
        Scene scene = scene();
        Content evil = Content.newBuilder(scene.content())
                .setSubject("Hello\r\nBcc: everyone@example.com")
                .build();
        scene.decide(scene.approval(evil).build());

        assertThat(scene.told(DeliveryStatus.REFUSED).getWhy()).contains("control character");
        assertThat(scene.drafts()).isEmpty();
    }

    @Test
    void twoRecipientsAreRefused() {
        Scene scene = scene();
        Content two = Content.newBuilder(scene.content())
                .setRecipient("a@example.com, b@example.com")
                .build();
        scene.decide(scene.approval(two).build());

        assertThat(scene.told(DeliveryStatus.REFUSED).getWhy()).contains("recipient");
        assertThat(scene.drafts()).isEmpty();
    }
}
