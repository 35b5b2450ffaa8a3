package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.Reminder;
import dev.usher.contracts.avro.ReminderStatus;
import dev.usher.contracts.avro.ServiceMail;
import dev.usher.gmail.FaultKind;
import dev.usher.gmail.Mail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A whole event's life by the clock, the change to summer time inside. */
class ScheduleTest extends DeliveryTest {

    private static final Instant START = Instant.parse("2027-03-15T16:00:00Z");

    @Autowired
    Schedule schedule;

    @Autowired
    Silence silence;

    @Autowired
    Thanks thanks;

    /** The summit on Monday morning after the clocks changed; Maria is in Chicago. */
    private Scene spring() {
        clock.set(Instant.parse("2027-02-01T12:00:00Z"));
        Scene scene = new Scene(broker);
        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event()
                        .setStartsAt(START)
                        .setEndsAt(START.plus(Duration.ofHours(8)))
                        .setSessions(List.of())
                        .build());
        broker.send(Topics.CUSTOMERS, scene.customer, scene.customer().build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.TRUE.equals(database.sql(
                                "select exists (select 1 from known_events where id = :e) and exists (select 1 from contacts where customer_id = :c)")
                        .bind("e", scene.event)
                        .bind("c", scene.customer)
                        .mapValue(Boolean.class)
                        .one()
                        .block()));
        scene.decide(scene.approval().build());
        scene.told(DeliveryStatus.ACCEPTED);
        return scene;
    }

    private List<Reminder> reminders(Scene scene, Predicate<Reminder> which) {
        return broker.records(Topics.REMINDERS, Reminder.class).stream()
                .map(seen -> seen.body())
                .filter(reminder -> reminder.getInvitationId().equals(scene.invitation) && which.test(reminder))
                .toList();
    }

    private int remindersQueued(Scene scene) {
        return Objects.requireNonNull(database.sql(
                        "select count(*)::int from reminders where invitation_id = :id and kind = 'REMINDER' and queued")
                .bind("id", scene.invitation)
                .mapValue(Integer.class)
                .one()
                .block());
    }

    private Reminder told(Scene scene, ServiceMail kind, int number, ReminderStatus status) {
        return broker.awaitRecord(
                        Topics.REMINDERS,
                        Reminder.class,
                        seen -> seen.body().getInvitationId().equals(scene.invitation)
                                && seen.body().getKind() == kind
                                && seen.body().getNumber() == number
                                && seen.body().getStatus() == status)
                .body();
    }

    private static String text(Mail mail) {
        return new String(mail.letter().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aGuestIsConfirmedAndRemindedAtTheHoursOnHerWall() {
        Scene scene = spring();
        post(scene, "action=REGISTER&attendance=VIRTUAL");
        told(scene, ServiceMail.CONFIRMATION, 1, ReminderStatus.SENT);
        told(scene, ServiceMail.REMINDER, 3, ReminderStatus.PLANNED);

        assertThat(reminders(
                        scene, r -> r.getKind() == ServiceMail.REMINDER && r.getStatus() == ReminderStatus.PLANNED))
                .extracting(Reminder::getDueAt)
                .containsExactly(
                        Instant.parse("2027-03-08T15:00:00Z"),
                        Instant.parse("2027-03-14T14:00:00Z"),
                        Instant.parse("2027-03-15T15:00:00Z"));
        Mail confirmation = scene.sent().getLast();
        assertThat(text(confirmation))
                .contains("text/calendar; charset=UTF-8; method=REQUEST")
                .contains("multipart/alternative");

        clock.set(Instant.parse("2027-03-08T14:59:59Z"));
        schedule.run().block(Duration.ofSeconds(20));
        assertThat(remindersQueued(scene)).isZero();
        assertThat(scene.sent()).as("not a second early").hasSize(2);
        clock.set(Instant.parse("2027-03-08T15:00:00Z"));
        told(scene, ServiceMail.REMINDER, 1, ReminderStatus.SENT);
        clock.set(Instant.parse("2027-03-14T14:00:00Z"));
        told(scene, ServiceMail.REMINDER, 2, ReminderStatus.SENT);
        clock.set(Instant.parse("2027-03-15T15:00:00Z"));
        told(scene, ServiceMail.REMINDER, 3, ReminderStatus.SENT);
        assertThat(scene.sent()).hasSize(5);
    }

    @Test
    void whatIsStaleIsSkippedWithAReason() {
        Scene scene = spring();
        clock.set(Instant.parse("2027-03-10T12:00:00Z"));
        post(scene, "action=REGISTER&attendance=VIRTUAL");

        assertThat(told(scene, ServiceMail.REMINDER, 1, ReminderStatus.SKIPPED).getWhy())
                .contains("due before");
        post(scene, "action=CANCEL");

        assertThat(told(scene, ServiceMail.REMINDER, 2, ReminderStatus.SKIPPED).getWhy())
                .contains("cancelled");
        assertThat(told(scene, ServiceMail.REMINDER, 3, ReminderStatus.SKIPPED).getWhy())
                .contains("cancelled");
        told(scene, ServiceMail.CANCELLATION, 1, ReminderStatus.SENT);
        assertThat(text(scene.sent().getLast())).contains("method=CANCEL");
    }

    @Test
    void aMovedEventIsToldAndRemindedOfAnew() {
        Scene scene = spring();
        post(scene, "action=REGISTER&attendance=VIRTUAL");
        told(scene, ServiceMail.CONFIRMATION, 1, ReminderStatus.SENT);

        move(scene);

        told(scene, ServiceMail.CHANGE, 1, ReminderStatus.SENT);
        assertThat(told(scene, ServiceMail.REMINDER, 1, ReminderStatus.SKIPPED).getWhy())
                .contains("moved");
        assertThat(told(scene, ServiceMail.REMINDER, 4, ReminderStatus.PLANNED).getDueAt())
                .isEqualTo("2027-03-15T14:00:00Z");
        assertThat(text(scene.sent().getLast())).contains("SEQUENCE:1").contains("new time");

        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event()
                        .setVersion(3)
                        .setStatus(EventStatus.CANCELLED)
                        .setStartsAt(START)
                        .setEndsAt(START.plusSeconds(60))
                        .setSessions(List.of())
                        .build());
        told(scene, ServiceMail.CANCELLATION, 1, ReminderStatus.SENT);
        assertThat(text(scene.sent().getLast())).contains("SEQUENCE:2").contains("METHOD:CANCEL");
    }

    @Test
    void aGuestWhoTakesPartAnotherWayGetsItIntoHerCalendar() {
        Scene scene = spring();
        post(scene, "action=REGISTER&attendance=VIRTUAL");
        told(scene, ServiceMail.CONFIRMATION, 1, ReminderStatus.SENT);
        assertThat(text(scene.sent().getLast())).contains("SEQUENCE:0");

        post(scene, "action=REGISTER&attendance=IN_PERSON");

        told(scene, ServiceMail.CHANGE, 1, ReminderStatus.SENT);
        assertThat(text(scene.sent().getLast()))
                .contains("SEQUENCE:1", "method=REQUEST", "You take part in person")
                .doesNotContain("Something about");
        post(scene, "action=REGISTER&attendance=IN_PERSON");
        post(scene, "action=CANCEL");
        told(scene, ServiceMail.CANCELLATION, 1, ReminderStatus.SENT);
        assertThat(reminders(scene, r -> r.getKind() == ServiceMail.CHANGE && r.getStatus() == ReminderStatus.PLANNED))
                .as("said again, it changes nothing")
                .hasSize(1);
    }

    @Test
    void aReminderThatWaitsForItsMailboxIsCalledOffWhenTheEventMoves() {
        Scene scene = spring();
        post(scene, "action=REGISTER&attendance=VIRTUAL");
        told(scene, ServiceMail.CONFIRMATION, 1, ReminderStatus.SENT);
        told(scene, ServiceMail.REMINDER, 3, ReminderStatus.PLANNED);
        scene.fault("drafts.create", FaultKind.UNAUTHORIZED, 1);
        clock.set(Instant.parse("2027-03-08T15:00:00Z"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> scene.faultsLeft().isEmpty());

        move(scene);

        assertThat(told(scene, ServiceMail.REMINDER, 1, ReminderStatus.SKIPPED).getWhy())
                .contains("moved");
        told(scene, ServiceMail.REMINDER, 4, ReminderStatus.PLANNED);
    }

    /** To a week later. */
    private void move(Scene scene) {
        broker.send(
                Topics.EVENTS,
                scene.event,
                scene.event()
                        .setVersion(2)
                        .setStatus(EventStatus.CHANGED)
                        .setStartsAt(START.plus(Duration.ofDays(7)))
                        .setEndsAt(START.plus(Duration.ofDays(7)).plus(Duration.ofHours(8)))
                        .setSessions(List.of())
                        .build());
    }

    @Test
    void silenceAsksForOneFollowUp() {
        Scene scene = spring();
        clock.set(Instant.parse("2027-02-08T12:00:01Z"));

        silence.run().block(Duration.ofSeconds(20));
        silence.run().block(Duration.ofSeconds(20));

        scene.told(DeliveryStatus.NO_RESPONSE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(requests(scene))
                        .extracting(InviteRequest::getKind)
                        .containsExactly(MailKind.FOLLOW_UP));
    }

    @Test
    void whoCameIsThankedOnceAndNobodyBeforeThatIsKnown() {
        Scene scene = spring();
        post(scene, "action=REGISTER&attendance=VIRTUAL");
        told(scene, ServiceMail.CONFIRMATION, 1, ReminderStatus.SENT);
        clock.set(Instant.parse("2027-03-18T12:00:00Z"));

        thanks.run().block(Duration.ofSeconds(20));
        assertThat(thanked(scene)).isFalse();
        came(scene, scene);
        thanks.run().block(Duration.ofSeconds(20));
        thanks.run().block(Duration.ofSeconds(20));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(requests(scene))
                        .extracting(InviteRequest::getKind)
                        .containsExactly(MailKind.POST_EVENT));
    }

    @Test
    void aSecondPieceOfTheListIsThankedForToo() {
        Scene first = spring();
        Scene second = new Scene(broker);
        second.decide(second.approval().setEventId(first.event).build());
        second.told(DeliveryStatus.ACCEPTED);
        clock.set(Instant.parse("2027-03-18T12:00:00Z"));
        came(first, first);
        thanks.run().block(Duration.ofSeconds(20));

        came(first, second);
        thanks.run().block(Duration.ofSeconds(20));

        for (Scene guest : List.of(first, second)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(requests(guest))
                            .extracting(InviteRequest::getKind)
                            .containsExactly(MailKind.POST_EVENT));
        }
    }

    private void came(Scene event, Scene guest) {
        http().post()
                .uri("/api/events/" + event.event + "/attendance")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("[\"" + guest.guest + "\"]")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1);
    }

    private boolean thanked(Scene scene) {
        return Boolean.TRUE.equals(
                database.sql("select bool_or(thanked_at is not null) from event_registrations where event_id = :e")
                        .bind("e", scene.event)
                        .mapValue(Boolean.class)
                        .one()
                        .block());
    }

    private List<InviteRequest> requests(Scene scene) {
        return broker.records(Topics.INVITE_REQUESTS, InviteRequest.class).stream()
                .map(seen -> seen.body())
                .filter(request -> request.getCustomerId().equals(scene.customer))
                .toList();
    }
}
