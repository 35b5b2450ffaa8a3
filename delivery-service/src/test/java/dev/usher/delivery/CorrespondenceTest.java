package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.avro.DeliveryStatus;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What comes back to a mailbox is read from its first mail on. */
class CorrespondenceTest extends DeliveryTest {

    @Test
    void aReplyAndABounceAreToldAndAnOutOfOfficeIsNot() {
        Scene scene = invited();
        Scene bounced = invited();
        String reply = scene.sent().getFirst().header("Message-ID");
        String lost = bounced.sent().getFirst().header("Message-ID");
        Scene.GMAIL.receive(
                scene.mailbox,
                "From: Maria <" + scene.guest + ">\r\nTo: " + scene.mailbox
                        + "\r\nSubject: Automatic\r\nAuto-Submitted:" + " auto-replied\r\nIn-Reply-To: " + reply
                        + "\r\n\r\nI am away.\r\n");
        Scene.GMAIL.receive(
                bounced.mailbox,
                "From: mailer-daemon@example.com\r\nTo: " + bounced.mailbox
                        + "\r\nSubject: Undelivered\r\nX-Failed-Recipients: " + bounced.guest + "\r\nIn-Reply-To: "
                        + lost
                        + "\r\n\r\nNo such user.\r\n");
        bounced.told(DeliveryStatus.BOUNCED);
        Scene.GMAIL.receive(
                scene.mailbox,
                "From: Maria <" + scene.guest + ">\r\nTo: " + scene.mailbox + "\r\nSubject: Re: hello\r\nIn-Reply-To: "
                        + reply + "\r\n\r\nGladly!\r\n");

        scene.told(DeliveryStatus.REPLIED);
        assertThat(scene.history().stream().filter(DeliveryStatus.REPLIED::equals))
                .hasSize(1);
    }

    @Test
    void aLongBacklogIsReadPageByPage() {
        Scene scene = invited();
        String before =
                Objects.requireNonNull(mailboxes.historyId(scene.mailbox).block(Duration.ofSeconds(20)));
        for (int letter = 0; letter < 101; letter++) {
            Scene.GMAIL.receive(
                    scene.mailbox,
                    "From: paper@example.com\r\nTo: " + scene.mailbox + "\r\n\r\nNews " + letter + "\r\n");
        }

        Mailboxes.Post first =
                Objects.requireNonNull(mailboxes.since(scene.mailbox, before).block(Duration.ofSeconds(20)));
        Mailboxes.Post rest = Objects.requireNonNull(
                mailboxes.since(scene.mailbox, first.historyId()).block(Duration.ofSeconds(20)));

        assertThat(first.incoming()).hasSize(100);
        assertThat(first.more()).isTrue();
        assertThat(rest.incoming()).hasSize(1);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void anAddressThatBouncedForGoodIsNotWrittenToAgainButADelayIsNoBounce() {
        Scene scene = invited();
        Scene delayed = invited();
        report(scene, "failed", "5.1.1");
        report(delayed, "delayed", "4.2.2");

        assertThat(scene.told(DeliveryStatus.BOUNCED).getWhy()).contains("undelivered");
        assertThat(again(scene).told(DeliveryStatus.REFUSED).getWhy()).contains("bounced");
        again(delayed).told(DeliveryStatus.ACCEPTED);
        assertThat(delayed.history()).doesNotContain(DeliveryStatus.BOUNCED);
    }

    @Test
    void aFullMailboxMayBeWrittenToAgain() {
        Scene scene = invited();
        report(scene, "failed", "4.2.2");

        assertThat(scene.told(DeliveryStatus.BOUNCED).getWhy()).contains("temporary");
        again(scene).told(DeliveryStatus.ACCEPTED);
    }

    /** A delivery status notification (RFC 3464) of the scene's mail. */
    private static void report(Scene scene, String action, String status) {
        Scene.GMAIL.receive(scene.mailbox, """
                From: mailer-daemon@example.com
                To: %s
                Subject: Delivery Status Notification
                X-Failed-Recipients: %s
                In-Reply-To: %s
                MIME-Version: 1.0
                Content-Type: multipart/report; boundary="b"; report-type=delivery-status

                --b
                Content-Type: text/plain

                About your mail.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; example.com

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s

                --b--
                """.formatted(
                        scene.mailbox,
                        scene.guest,
                        scene.sent().getFirst().header("Message-ID"),
                        scene.guest,
                        action,
                        status)
                .replace("\n", "\r\n"));
    }
}
