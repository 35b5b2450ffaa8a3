package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.EventFormat;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.Registration;
import dev.usher.contracts.avro.RegistrationStatus;
import dev.usher.contracts.avro.Session;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The recipient's page: two taps, and nothing happens twice. */
class GuestDoorTest extends DeliveryTest {

    private List<Registration> registrations(Scene scene) {
        return broker.records(Topics.REGISTRATIONS, Registration.class).stream()
                .map(seen -> seen.body())
                .filter(registration -> registration.getEventId().equals(scene.event))
                .toList();
    }

    private Registration told(Scene scene, RegistrationStatus status) {
        return broker.awaitRecord(
                        Topics.REGISTRATIONS,
                        Registration.class,
                        seen -> seen.body().getEventId().equals(scene.event)
                                && seen.body().getStatus() == status)
                .body();
    }

    @Test
    void theFirstTapShowsAndChangesNothing() {
        Scene scene = invited();

        for (int scanner = 0; scanner < 3; scanner++) {
            assertThat(get(page(scene)))
                    .contains("Customer Success Summit", "Hi Maria", "Scaling CS with AI Agents", "On your clock");
        }

        assertThat(registrations(scene)).isEmpty();
    }

    @Test
    void theSecondTapRegistersOnceHoweverOftenItIsClicked() {
        Scene scene = invited();

        String page = post(scene, "action=REGISTER&attendance=VIRTUAL&sessions=agents");
        post(scene, "action=REGISTER&attendance=VIRTUAL&sessions=agents");
        post(scene, "action=REGISTER&attendance=VIRTUAL&sessions=agents");

        assertThat(page).contains("You're in, online");
        Registration told = told(scene, RegistrationStatus.REGISTERED);
        assertThat(told.getSessions()).containsExactly("agents");
        assertThat(told.getInvitationId()).isEqualTo(scene.invitation);
        assertThat(registrations(scene)).hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> scene.sent().size() == 2);
        assertThat(scene.sent().getLast().header("X-Service-Mail-Id")).isEqualTo(scene.invitation + "/CONFIRMATION/1");
        assertThat(scene.sent().getLast().header("Content-Type")).startsWith("multipart/alternative");
    }

    @Test
    void anAnswerThatDoesNothingIsNoSuccess() {
        Scene scene = invited();
        refused(scene, "action=CANCEL", "no registration");
        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event().setVersion(2).setStatus(EventStatus.CANCELLED).build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get(page(scene)).contains("was cancelled"));

        refused(scene, "action=REGISTER", "was cancelled");
        assertThat(get(page(scene) + "/calendar.ics")).contains("METHOD:CANCEL");
        refused(scene(), "action=REGISTER", "has not been sent yet");
    }

    @Test
    void aWayToTakePartThatIsNoLongerOfferedIsRefusedWithWhy() {
        Scene scene = invited();
        assertThat(get(page(scene))).contains("VIRTUAL");
        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event().setVersion(2).setFormat(EventFormat.IN_PERSON).build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !get(page(scene)).contains("VIRTUAL"));

        refused(scene, "action=REGISTER&attendance=VIRTUAL", "held in person only");

        assertThat(registrations(scene)).isEmpty();
    }

    private void refused(Scene scene, String form, String why) {
        http().post()
                .uri(page(scene))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains(why));
    }

    @Test
    void aRegistrationWaitsForTheInvitationItAnswers() {
        Scene scene = scene();
        scene.decide(scene.approval().build());

        http().post()
                .uri("/api/registrations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"eventId\":\"" + scene.event + "\",\"invitationId\":\"" + scene.invitation + "\"}")
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=REGISTER&attendance=PERHAPS",
                "action=REGISTER&attendance=VIRTUAL&sessions=agents&sessions=nonsense"
            })
    void aChoiceThatThePageDidNotOfferIsNotPassedOver(String form) {
        Scene scene = invited();

        http().post()
                .uri(page(scene))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("Nothing was changed", "open the link in the mail again"));

        assertThat(registrations(scene)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "sessions":["nonsense"]       | sessions[0]
            "sessions":["agents",null]    | sessions[1]
            "attendance":"PERHAPS"        | attendance
            """)
    void aChoiceFromOutsideThatIsNoneIsRefusedByItsField(String choice, String field) {
        Scene scene = invited();

        registration(scene, choice)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);

        assertThat(registrations(scene)).isEmpty();
    }

    private WebTestClient.ResponseSpec registration(Scene scene, String more) {
        return http().post()
                .uri("/api/registrations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"eventId\":\"" + scene.event + "\",\"email\":\"" + scene.guest + "\"," + more + "}")
                .exchange();
    }

    @Test
    void aRegistrationWaitsForTheSessionItChooses() {
        Scene scene = invited();
        Session late = Session.newBuilder(scene.event().getSessions().getFirst())
                .setId("late")
                .build();
        var later = scene.event().setVersion(2).setSessions(List.of(late)).build();
        var onItsWay = Mono.delay(Duration.ofMillis(700), Schedulers.boundedElastic())
                .subscribe(_ -> broker.send(Topics.EVENTS, scene.event, later));

        registration(scene, "\"sessions\":[\"late\"]").expectStatus().isCreated();

        assertThat(onItsWay.isDisposed()).isTrue();
        assertThat(told(scene, RegistrationStatus.REGISTERED).getSessions()).containsExactly("late");
    }

    @Test
    void whatSheChangesIsSaidToBeSaved() {
        Scene scene = invited();

        assertThat(post(scene, "action=REGISTER&attendance=VIRTUAL")).doesNotContain("Saved");
        assertThat(post(scene, "action=REGISTER&attendance=IN_PERSON")).contains("Saved. You", "re in, in person");
        assertThat(get(page(scene))).doesNotContain("Saved");
        assertThat(post(scene, "action=CANCEL")).doesNotContain("Saved", "calendar");
    }

    @Test
    void whoUnsubscribedAndComesIsToldThatNoMailWill() {
        Scene scene = invited();
        http().post()
                .uri("/u/"
                        + links.mint(
                                Purpose.UNSUBSCRIBE,
                                scene.invitation,
                                clock.instant().plusSeconds(900)))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(post(scene, "action=REGISTER&attendance=VIRTUAL"))
                .containsSubsequence("re in, online", "because you unsubscribed", "/calendar.ics", "<dl>");
    }

    @Test
    void aGuestMayDeclineAndChangeHerMind() {
        Scene scene = invited();

        assertThat(post(scene, "action=DECLINE&reason=on+holiday")).contains("make it");
        assertThat(told(scene, RegistrationStatus.DECLINED).getWhy()).isEqualTo("on holiday");
        post(scene, "action=REGISTER&attendance=IN_PERSON");

        told(scene, RegistrationStatus.REGISTERED);
    }

    @Test
    void aLinkThatWasTamperedWithSaysWhatToDo() {
        Scene scene = invited();
        http().get()
                .uri(page(scene).replaceAll("\\.[^.]*$", ".AAAA"))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("open the link in the mail again"));
        http().post()
                .uri("/r/nonsense")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("action=REGISTER")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(registrations(scene)).isEmpty();
    }

    @Test
    void aFormThatCannotBeReadIsNotUnderstood() {
        Scene scene = invited();

        http().post()
                .uri(page(scene))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("action=%zz")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("not understood"));
    }

    @Test
    void anExpiredLinkSaysSo() {
        String token = links.mint(Purpose.REGISTRATION, "any", clock.instant().minusSeconds(60));
        http().get().uri("/r/" + token).exchange().expectStatus().isEqualTo(410);
    }

    @Test
    void theLinkOfAPreviewSaysThatNothingWasSentYet() {
        assertThat(get(page(scene()))).contains("has not been sent yet");
    }

    @Test
    void anOutsidePlatformRegistersInTwoTaps() {
        Scene scene = new Scene(broker);
        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event()
                        .setRegistrationUrl("https://tickets.example.com/summit")
                        .build());
        scene.decide(scene.approval().build());
        scene.told(DeliveryStatus.ACCEPTED);

        assertThat(get(page(scene))).contains("href=\"https://tickets.example.com/summit\"");
        http().post()
                .uri("/api/registrations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"eventId\":\"" + scene.event + "\",\"email\":\"" + scene.guest + "\"}")
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(told(scene, RegistrationStatus.REGISTERED).getSource()).isEqualTo("WEBHOOK");
        assertThat(get(page(scene))).contains("You're in");
    }

    @Test
    void whoIsNotNamedIsNotGuessed() {
        Scene scene = invited();
        for (String nobody : List.of("\"email\":\"\"", "\"customerId\":\" \",\"contactId\":\"\"")) {
            http().post()
                    .uri("/api/registrations")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"eventId\":\"" + scene.event + "\"," + nobody + "}")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        assertThat(registrations(scene)).isEmpty();
    }

    @Test
    void leavingIsToldAfterAReplyToo() {
        Scene scene = invited();
        database.sql("update deliveries set answer = 'REPLIED' where invitation_id = :id")
                .bind("id", scene.invitation)
                .then()
                .block();

        http().post()
                .uri("/u/"
                        + links.mint(
                                Purpose.UNSUBSCRIBE,
                                scene.invitation,
                                clock.instant().plusSeconds(900)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("List-Unsubscribe=One-Click")
                .exchange()
                .expectStatus()
                .isOk();

        scene.told(DeliveryStatus.UNSUBSCRIBED);
    }

    @Test
    void theCalendarFileHasNoAttendee() {
        Scene scene = invited();
        String file = get(page(scene) + "/calendar.ics");
        assertThat(file).contains("METHOD:PUBLISH", "UID:", "SEQUENCE:0").doesNotContain("ATTENDEE");
    }

    @Test
    void leavingIsShownByGetAndDoneByPost() {
        Scene scene = invited();
        String leave = "/u/"
                + links.mint(
                        Purpose.UNSUBSCRIBE, scene.invitation, clock.instant().plusSeconds(900));
        assertThat(get(leave)).contains("Yes, stop it");
        assertThat(scene.history()).doesNotContain(DeliveryStatus.UNSUBSCRIBED);

        var answer = http().post()
                .uri(leave)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("List-Unsubscribe=One-Click")
                .exchange();

        answer.expectStatus().isOk().expectHeader().doesNotExist("Set-Cookie");
        scene.told(DeliveryStatus.UNSUBSCRIBED);
        assertThat(again(scene).told(DeliveryStatus.REFUSED).getWhy()).contains("unsubscribed");
    }
}
