package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.Registration;
import dev.usher.contracts.avro.RegistrationStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Who waits gets the next seat, and nobody gets a seat that is taken. */
class WaitingTest extends DeliveryTest {

    /** The first guest of an event with so many seats in the room. */
    private Scene room(int capacity) {
        Scene first = new Scene(broker);
        broker.send(
                Topics.EVENTS, first.event, first.event().setCapacity(capacity).build());
        broker.send(Topics.CUSTOMERS, first.customer, first.customer().build());
        first.decide(first.approval().build());
        first.told(DeliveryStatus.ACCEPTED);
        return first;
    }

    private Scene alsoInvited(Scene first) {
        Scene second = new Scene(broker);
        second.decide(second.approval().setEventId(first.event).build());
        second.told(DeliveryStatus.ACCEPTED);
        return second;
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
    void whoCancelsGivesTheSeatToWhoeverWaitsLongest() {
        Scene first = room(1);
        Scene second = alsoInvited(first);

        post(first, "action=REGISTER&attendance=IN_PERSON");
        assertThat(post(second, "action=REGISTER&attendance=IN_PERSON")).contains("waiting list");
        assertThat(told(first, RegistrationStatus.WAITLISTED).getCustomerId()).isEqualTo(second.customer);
        post(first, "action=CANCEL");

        assertThat(get(page(second))).contains("You're in, in person");
    }

    @Test
    void aBiggerRoomSeatsWhoWaits() {
        Scene first = room(0);
        Scene second = alsoInvited(first);
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
    void whoCameSitsOnHerSeat() {
        Scene first = room(1);
        Scene second = alsoInvited(first);
        post(first, "action=REGISTER&attendance=IN_PERSON");
        post(second, "action=REGISTER&attendance=IN_PERSON");
        clock.set(first.event().getStartsAt().plusSeconds(60));

        http().post()
                .uri("/api/events/" + first.event + "/attendance")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("[\"" + first.guest + "\"]")
                .exchange()
                .expectStatus()
                .isOk();

        told(first, RegistrationStatus.ATTENDED);
        assertThat(get(page(second))).contains("waiting list");
    }
}
