package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.ContactRole;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.InviteDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Events, customers and the calendar move on; what is not sent yet follows. */
class MovingWorldTest extends Stage {

    @Autowired
    Hall hall;

    @Autowired
    Suppressions suppressions;

    @Autowired
    TransactionalOperator transaction;

    String id(JsonNode i) {
        return text(i, "/id");
    }

    Answer approve(JsonNode i) {
        return post("/api/invitations/" + id(i) + "/approve", Map.of("contentHash", text(i, "/contentHash")));
    }

    void moveEvent() {
        tell(event().setVersion(2)
                .setStatus(EventStatus.CHANGED)
                .setName("Moved Summit " + tag)
                .build());
    }

    @Test
    void aChangedEventIsWrittenAnewInWhatWaitsForAPerson() {
        JsonNode i = drafted();
        moveEvent();
        JsonNode after = await(id(i), now -> now.at("/revision").asInt() == 2);
        assertThat(text(after, "/status")).isEqualTo("DRAFTED");
        assertThat(text(after, "/draft/subject")).contains("Moved Summit");
        assertThat(text(after, "/why")).isEqualTo("event changed");
        assertThat(approve(i).status()).as("the draft she saw is gone").isEqualTo(409);
    }

    @Test
    void anApprovedMailThatWasNotBegunComesBackForAnotherLook() {
        deliveryAnswers = List.of();
        JsonNode i = drafted();
        assertThat(approve(i).status()).isEqualTo(200);
        moveEvent();
        JsonNode after = awaitStatus(id(i), "DRAFTED");
        assertThat(text(after, "/draft/subject")).contains("Moved Summit");
        assertThat(after.at("/history").toString()).contains("ASKED_BACK", "event changed");
        deliveryAnswers = List.of(DeliveryStatus.SENDING, DeliveryStatus.ACCEPTED);
        assertThat(approve(after).status()).isEqualTo(200);
        awaitStatus(id(i), "ACCEPTED");
    }

    @Test
    void whatIsBeingSentStaysSent() {
        JsonNode i = drafted();
        String waiting = alsoDrafted();
        approve(i);
        awaitStatus(id(i), "ACCEPTED");
        moveEvent();
        await(waiting, now -> now.at("/revision").asInt() == 2);
        tell(event().setVersion(3).setStatus(EventStatus.CANCELLED).build());
        awaitStatus(waiting, "WITHDRAWN");
        assertThat(text(invitation(id(i)), "/status")).isEqualTo("ACCEPTED");
        assertThat(invitation(id(i)).at("/history").toString()).doesNotContain("ASKED_BACK");
    }

    /** Another customer's draft for the same event; its id. */
    String alsoDrafted() {
        String acme = "acme-" + tag;
        tell(customer().setId(acme).build());
        Answer asked = post("/api/events/" + eventId + "/invite", Map.of("customerIds", List.of(acme)));
        String id = text(asked.json(), "/invitations/0/id");
        awaitStatus(id, "DRAFTED");
        return id;
    }

    @Test
    void aCancelledEventWithdrawsWhatWaitsAndWhatIsApproved() {
        deliveryAnswers = List.of();
        JsonNode i = drafted();
        String waiting = alsoDrafted();
        approve(i);
        tell(event().setVersion(2).setStatus(EventStatus.CANCELLED).build());
        assertThat(text(awaitStatus(waiting, "WITHDRAWN"), "/why")).isEqualTo("the event was cancelled");
        assertThat(text(awaitStatus(id(i), "WITHDRAWN"), "/why")).isEqualTo("the event was cancelled");
        broker.awaitRecord(
                Topics.INVITE_DECISIONS,
                InviteDecision.class,
                r -> r.body().getInvitationId().equals(waiting)
                        && "the event was cancelled".equals(r.body().getWhy()));
    }

    @Test
    void whatAMailboxPutsOffComesBackForAnotherLookToo() {
        deliveryAnswers = List.of(DeliveryStatus.SENDING, DeliveryStatus.NEEDS_HUMAN);
        JsonNode i = drafted();
        approve(i);
        awaitStatus(id(i), "NEEDS_HUMAN");
        moveEvent();
        JsonNode after = awaitStatus(id(i), "DRAFTED");
        assertThat(text(after, "/draft/subject")).contains("Moved Summit");
    }

    @Test
    void aDraftWrittenWhileTheEventChangedFollowsOnceItIsOnDisk() {
        summitAndDataFlow();
        Event before = Objects.requireNonNull(events.find(eventId).block());
        Customer customer = Objects.requireNonNull(customers.find(customerId).block());
        Candidate offer = new Candidate(
                eventId,
                customerId,
                null,
                MailKind.INVITATION,
                1,
                Candidate.Verdict.MATCHED,
                null,
                Cast.match(),
                new Reason.EventAnnounced(1),
                null,
                1,
                Instant.now());
        Mono<Void> theEventChanges = Mono.<Void>fromRunnable(() -> {
                    moveEvent();
                    handled(Topics.EVENTS);
                })
                .subscribeOn(Schedulers.boundedElastic());
        transaction
                .transactional(hall.offered(before, customer, offer).delayUntil(entry -> theEventChanges))
                .block(PATIENCE);
        JsonNode i = awaitInvitations(1).get(0);
        JsonNode after = await(id(i), now -> now.at("/revision").asInt() == 2);
        assertThat(text(after, "/draft/subject")).contains("Moved Summit");
    }

    @Test
    void whoIsSuppressedIsNotApprovedNorChosenAndWhatWaitsForHerEnds() {
        JsonNode i = drafted();
        String address = "maria." + tag + "@dataflow.example";
        suppressions.add(address, "unsubscribed from event mail", Instant.now()).block();
        Answer approved = approve(i);
        assertThat(approved.status()).isEqualTo(409);
        assertThat(text(approved.json(), "/detail")).contains("Maria Santos unsubscribed from event mail");
        awaitStatus(id(i), "WITHDRAWN");
    }

    @Test
    void anUnsubscribedContactCannotTakeAnothersPlace() {
        var dan = maria();
        dan.setId("dan");
        dan.setName("Dan Doe");
        dan.setEmail("dan." + tag + "@dataflow.example");
        dan.setRole(ContactRole.USER);
        tell(event().build());
        tell(customer().setContacts(List.of(maria(), dan)).build());
        JsonNode i = drafted();
        suppressions
                .add(dan.getEmail(), "unsubscribed from event mail", Instant.now())
                .block();
        Answer turned = Answer.of(http().put()
                .uri("/api/invitations/" + id(i) + "/draft")
                .header("If-Match", "1")
                .bodyValue(Map.of("contactId", "dan"))
                .exchange());
        assertThat(turned.status()).isEqualTo(409);
        assertThat(text(turned.json(), "/detail")).contains("Dan Doe unsubscribed");
    }

    @Test
    void anUnsubscriptionEndsTheDraftsOfOtherEventsToo() {
        JsonNode i = drafted();
        String other = "webinar-" + tag;
        tell(event().setId(other).build());
        Answer asked = post("/api/events/" + other + "/invite", Map.of("customerIds", List.of(customerId)));
        String waiting = text(asked.json(), "/invitations/0/id");
        awaitStatus(waiting, "DRAFTED");
        deliveryAnswers = List.of(DeliveryStatus.ACCEPTED, DeliveryStatus.UNSUBSCRIBED);
        approve(i);
        assertThat(text(awaitStatus(waiting, "WITHDRAWN"), "/why")).contains("unsubscribed from event mail");
    }

    @Test
    void whoOptsOutIsNotWrittenToAndNobodyCanApproveIt() {
        JsonNode i = drafted();
        var maria = maria();
        maria.setOptedOut(true);
        tell(customer().setVersion(2).setContacts(List.of(maria)).build());
        JsonNode after = awaitStatus(id(i), "WITHDRAWN");
        assertThat(text(after, "/why")).contains("opted out");
        assertThat(approve(i).status()).isEqualTo(409);
    }

    @Test
    void aNewAddressIsANewDraft() {
        JsonNode i = drafted();
        var maria = maria();
        maria.setEmail("maria@new.example");
        tell(customer().setVersion(2).setContacts(List.of(maria)).build());
        JsonNode after = await(id(i), now -> now.at("/revision").asInt() == 2);
        assertThat(text(after, "/draft/to")).isEqualTo("maria@new.example");
        assertThat(text(after, "/contact/email")).isEqualTo("maria@new.example");
    }

    @Test
    void aNewNameThatTheMailDoesNotSayIsTakenOverAndTheDraftMayGo() {
        JsonNode i = drafted();
        var maria = maria();
        maria.setName("Maria Santos-Lopez");
        tell(customer().setVersion(2).setContacts(List.of(maria)).build());
        JsonNode after = await(id(i), now -> text(now, "/contact/name").equals("Maria Santos-Lopez"));
        assertThat(after.at("/revision").asInt()).isEqualTo(1);
        assertThat(approve(after).status()).isEqualTo(200);
    }

    @Test
    void anErasedCustomerLeavesNoPersonBehind() {
        JsonNode i = drafted();
        broker.sendBytes(Topics.CUSTOMERS, customerId, null, Map.of("message-id", "erase-" + tag));
        JsonNode after = awaitStatus(id(i), "WITHDRAWN");
        assertThat(after.toString()).doesNotContain("Maria", "maria.");
        assertThat(after.at("/draft").isNull()).isTrue();
    }

    @Test
    void editsThatAChangeReplacedAreNotReplacedSilently() {
        JsonNode i = drafted();
        Answer.of(http().put()
                .uri("/api/invitations/" + id(i) + "/draft")
                .header("If-Match", "1")
                .bodyValue(Map.of("subject", "Mine", "text", "Hi Maria,\n\nmine."))
                .exchange());
        moveEvent();
        JsonNode after = await(id(i), now -> now.at("/revision").asInt() == 3);
        assertThat(after.at("/warnings").toString()).contains("your edits of revision 2 were replaced");
    }

    @Test
    void openInvitationsExpireWithTheEvent() {
        JsonNode i = drafted();
        clock.advance(Duration.ofDays(200));
        JsonNode after = awaitStatus(id(i), "EXPIRED");
        assertThat(text(after, "/why")).isEqualTo("the event is over");
    }

    /** More than a query hands over at once: what waits for the rest of it must not be waited for by it. */
    @Test
    void howeverManyInvitationsAreOpenTheyExpireWithTheEvent() {
        summitAndDataFlow();
        List<String> customers =
                IntStream.range(0, 120).mapToObj(n -> "c" + n + "-" + tag).toList();
        customers.forEach(id -> {
            var person = maria();
            person.setEmail("maria." + id + "@dataflow.example");
            tell(customer().setId(id).setName(id).setContacts(List.of(person)).build());
        });
        handled(Topics.CUSTOMERS);
        JsonNode asked = post("/api/events/" + eventId + "/invite", Map.of("customerIds", customers))
                .json()
                .at("/invitations");
        assertThat(asked.size()).isEqualTo(120);
        asked.forEach(i -> awaitStatus(id(i), "DRAFTED"));
        clock.advance(Duration.ofDays(200));
        asked.forEach(i -> awaitStatus(id(i), "EXPIRED"));
    }
}
