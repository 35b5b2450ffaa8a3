package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.ContentHash;
import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.Registration;
import dev.usher.contracts.avro.RegistrationStatus;
import dev.usher.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

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

    private String get(String uri) {
        return Objects.requireNonNull(http().get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
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
    void whoCancelsGivesTheSeatToWhoeverWaitsLongest() {
        Scene first = new Scene(broker);
        broker.send(Topics.EVENTS, first.event, first.event().setCapacity(1).build());
        broker.send(Topics.CUSTOMERS, first.customer, first.customer().build());
        first.decide(first.approval().build());
        first.told(DeliveryStatus.ACCEPTED);
        Scene second = new Scene(broker);
        second.decide(second.approval().setEventId(first.event).build());
        second.told(DeliveryStatus.ACCEPTED);

        post(first, "action=REGISTER&attendance=IN_PERSON");
        assertThat(post(second, "action=REGISTER&attendance=IN_PERSON")).contains("waiting list");
        assertThat(told(first, RegistrationStatus.WAITLISTED).getCustomerId()).isEqualTo(second.customer);
        post(first, "action=CANCEL");

        assertThat(get(page(second))).contains("You're in, in person");
    }

    @Test
    void aBiggerRoomSeatsWhoWaits() {
        Scene first = new Scene(broker);
        broker.send(Topics.EVENTS, first.event, first.event().setCapacity(0).build());
        broker.send(Topics.CUSTOMERS, first.customer, first.customer().build());
        first.decide(first.approval().build());
        first.told(DeliveryStatus.ACCEPTED);
        Scene second = new Scene(broker);
        second.decide(second.approval().setEventId(first.event).build());
        second.told(DeliveryStatus.ACCEPTED);
        post(first, "action=REGISTER&attendance=IN_PERSON");
        post(second, "action=REGISTER&attendance=IN_PERSON");

        broker.send(
                Topics.EVENTS,
                first.event,
                first.event().setVersion(2).setCapacity(2).build());

        for (Scene guest : List.of(first, second)) {
            broker.awaitRecord(
                    Topics.REGISTRATIONS,
                    Registration.class,
                    seen -> guest.invitation.equals(seen.body().getInvitationId())
                            && seen.body().getStatus() == RegistrationStatus.REGISTERED);
        }
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

    /** Another mail to the same address. */
    private Scene again(Scene scene) {
        Scene again = new Scene(broker);
        again.decide(again.approval(Content.newBuilder(again.content())
                        .setRecipient(scene.guest)
                        .build())
                .build());
        return again;
    }
}
