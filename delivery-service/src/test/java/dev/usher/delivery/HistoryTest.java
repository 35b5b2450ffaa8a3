package dev.usher.delivery;

import dev.usher.contracts.ContentHash;
import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.MailKind;
import dev.usher.testkit.Samples;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** What became of it all, by guest and by event. */
class HistoryTest extends DeliveryTest {

    @Test
    void historyFunnelAndAttendanceAgree() {
        Scene scene = invited();
        post(scene, "action=REGISTER&attendance=VIRTUAL");
        broker.send(
                Topics.INVITE_CANDIDATES,
                scene.customer,
                Samples.candidate()
                        .setEventId(scene.event)
                        .setCustomerId(scene.customer)
                        .build());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> matched(scene) == 1);
        clock.advance(Duration.ofDays(101));
        http().post()
                .uri("/api/events/" + scene.event + "/attendance")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue("email,attended\n" + scene.guest + ",true\nnobody@example.com,true\n")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.refused[0].line")
                .isEqualTo(3);
        http().get()
                .uri("/api/customers/" + scene.customer + "/event-history")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.entries[0].eventName")
                .isEqualTo("Customer Success Summit")
                .jsonPath("$.entries[0].delivery")
                .isEqualTo("ACCEPTED")
                .jsonPath("$.entries[0].registration")
                .isEqualTo("ATTENDED")
                .jsonPath("$.entries[0].attended")
                .isEqualTo(true)
                .jsonPath("$.byType.CONFERENCE.attended")
                .isEqualTo(1);
        http().get()
                .uri("/api/events/" + scene.event + "/funnel")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.matched")
                .isEqualTo(1)
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.registered")
                .isEqualTo(1)
                .jsonPath("$.attended")
                .isEqualTo(1);
    }

    private int matched(Scene scene) {
        return Objects.requireNonNull(database.sql("select count(*)::int from funnel_steps where event_id = :event")
                .bind("event", scene.event)
                .mapValue(Integer.class)
                .one()
                .block());
    }

    @Test
    void aFollowUpAndThanksAreTheSamePersonAtTheSameEvent() {
        Scene scene = invited();
        followed(scene, MailKind.FOLLOW_UP);
        post(scene, "action=REGISTER&attendance=VIRTUAL");
        clock.advance(Duration.ofDays(110));
        http().post()
                .uri("/api/events/" + scene.event + "/attendance")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("[\"" + scene.guest + "\"]")
                .exchange()
                .expectStatus()
                .isOk();
        followed(scene, MailKind.POST_EVENT);

        http().get()
                .uri("/api/customers/" + scene.customer + "/event-history")
                .exchange()
                .expectBody()
                .jsonPath("$.entries.length()")
                .isEqualTo(1)
                .jsonPath("$.entries[0].kind")
                .isEqualTo("POST_EVENT")
                .jsonPath("$.byType.CONFERENCE.invited")
                .isEqualTo(1)
                .jsonPath("$.byType.CONFERENCE.registered")
                .isEqualTo(1)
                .jsonPath("$.byType.CONFERENCE.attended")
                .isEqualTo(1);
    }

    private void followed(Scene scene, MailKind kind) {
        scene.decide(scene.approval()
                .setKind(kind)
                .setContentHash(ContentHash.of(scene.content(), kind, 1))
                .build());
        scene.told(told -> told.getKind() == kind && told.getStatus() == DeliveryStatus.ACCEPTED);
    }
}
