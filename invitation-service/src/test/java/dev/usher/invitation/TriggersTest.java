package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Contact;
import dev.usher.contracts.avro.Decision;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.contracts.avro.InviteDraft;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.RegistrationStatus;
import dev.usher.contracts.avro.Verdict;
import dev.usher.testkit.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All triggers meet in one place, and the same policy answers. */
class TriggersTest extends Stage {

    Answer invite(Object body) {
        return post("/api/events/" + eventId + "/invite", body);
    }

    Answer inviteDataFlow() {
        return invite(Map.of("customerIds", List.of(customerId)));
    }

    InviteDecision decision(String customer, Decision decision) {
        return broker.awaitRecord(
                        Topics.INVITE_DECISIONS,
                        InviteDecision.class,
                        r -> r.body().getCustomerId().equals(customer)
                                && r.body().getDecision() == decision)
                .body();
    }

    @Test
    void anAnnouncementIsDraftedAndPublished() {
        summitAndDataFlow();
        offer(announced().build());
        JsonNode i = awaitInvitations(1).get(0);
        assertThat(text(i, "/status")).isEqualTo("DRAFTED");
        assertThat(text(i, "/reason")).isEqualTo("EVENT_ANNOUNCED");
        InviteDraft draft = broker.awaitRecord(
                        Topics.INVITE_APPROVALS,
                        InviteDraft.class,
                        r -> r.body().getCustomerId().equals(customerId))
                .body();
        assertThat(draft.getContentHash()).isEqualTo(text(i, "/contentHash"));
        assertThat(draft.getHtml()).isEqualTo(text(i, "/draft/html"));
        assertThat(draft.getClaims()).isNotEmpty();
    }

    @Test
    void aRequestReachesMatchingAndComesBackAsADraftWithEverythingOfIt() {
        JsonNode i = drafted();
        InviteRequest asked = broker.awaitRecord(
                        Topics.INVITE_REQUESTS,
                        InviteRequest.class,
                        r -> r.body().getCustomerId().equals(customerId))
                .body();
        assertThat(asked.getInvitationId()).isEqualTo(text(i, "/id"));
        assertThat(asked.getContactId()).isEqualTo(Samples.CONTACT);
        assertThat(asked.getRequestedBy()).isEqualTo(Samples.CSM);
        assertThat(i.at("/sessions").size()).isEqualTo(1);
        assertThat(i.at("/reasons").size()).isEqualTo(2);
        assertThat(i.at("/history").size()).isEqualTo(2);
        assertThat(text(i, "/contact/email")).isEqualTo("maria." + tag + "@dataflow.example");
        assertThat(i.at("/revision").asInt()).isEqualTo(1);
    }

    @Test
    void twoTriggersMakeOneInvitationAndAPersonRaisesItsReason() {
        summitAndDataFlow();
        offer(announced().build());
        String id = text(awaitInvitations(1).get(0), "/id");
        offer(announced().setReason(InviteReason.CUSTOMER_INTEREST).build());
        Answer asked = inviteDataFlow();
        assertThat(asked.status()).isEqualTo(202);
        assertThat(text(asked.json(), "/invitations/0/id")).isEqualTo(id);
        assertThat(text(asked.json(), "/invitations/0/status")).isEqualTo("DRAFTED");
        assertThat(text(invitation(id), "/reason")).isEqualTo("CSM_REQUEST");
        assertThat(awaitInvitations(1).size()).isEqualTo(1);
    }

    @Test
    void manyAskingAtOnceGetOneInvitation() {
        matchingAnswers = false;
        summitAndDataFlow();
        inviteDataFlow();
        List<String> ids = java.util.stream.IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> text(inviteDataFlow().json(), "/invitations/0/id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    @Test
    void whoCannotBeWrittenToIsRefusedWithWhyAndTheRefusalIsPublished() {
        tell(event().build());
        tell(customer().setContacts(List.of()).build());
        Answer answer = inviteDataFlow();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(text(answer.json(), "/refused/0/why")).contains("no contact");
        assertThat(decision(customerId, Decision.REFUSED).getWhy()).contains("no contact");
    }

    @Test
    void optOutPastAndCancelledEventsRefuseEvenAPerson() {
        var maria = maria();
        maria.setOptedOut(true);
        tell(event().build());
        tell(customer().setContacts(List.of(maria)).build());
        assertThat(text(inviteDataFlow().json(), "/refused/0/why")).isEqualTo("Maria Santos opted out of event mail");

        tell(event().setVersion(2).setStatus(EventStatus.CANCELLED).build());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> text(inviteDataFlow().json(), "/refused/0/why"), why -> why.contains("cancelled"));

        Instant past = Instant.now().minusSeconds(86_400);
        tell(event().setVersion(3)
                .setStartsAt(past.minusSeconds(3600))
                .setEndsAt(past)
                .setSessions(List.of())
                .build());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> text(inviteDataFlow().json(), "/refused/0/why"), why -> why.contains("over"));
    }

    @Test
    void whoUnsubscribedAnywhereIsNeverWrittenToAgain() {
        JsonNode i = drafted();
        approve(i);
        awaitStatus(text(i, "/id"), "ACCEPTED");
        broker.send(Topics.INVITE_DELIVERIES, customerId, report(i, DeliveryStatus.UNSUBSCRIBED));
        awaitStatus(text(i, "/id"), "UNSUBSCRIBED");
        String other = "webinar-" + tag;
        tell(event().setId(other).build());
        Answer again = post("/api/events/" + other + "/invite", Map.of("customerIds", List.of(customerId)));
        assertThat(text(again.json(), "/refused/0/why")).isEqualTo("Maria Santos unsubscribed from event mail");
    }

    Answer approve(JsonNode i) {
        return post("/api/invitations/" + text(i, "/id") + "/approve", Map.of("contentHash", text(i, "/contentHash")));
    }

    InviteDelivery report(JsonNode i, DeliveryStatus status) {
        return InviteDelivery.newBuilder()
                .setInvitationId(text(i, "/id"))
                .setEventId(eventId)
                .setCustomerId(customerId)
                .setKind(MailKind.INVITATION)
                .setNumber(1)
                .setRevision(1)
                .setStatus(status)
                .setAt(Instant.now())
                .build();
    }

    @Test
    void aRefusedAnnouncementIsPublishedAndLeavesRoomForAPerson() {
        summitAndDataFlow();
        offer(announced().setRankOfCsm(51).build());
        InviteDecision no = decision(customerId, Decision.REFUSED);
        assertThat(no.getWhy()).contains("rank 51");
        assertThat(text(inviteDataFlow().json(), "/invitations/0/status")).isEqualTo("REQUESTED");
    }

    @Test
    void aNoStandsAgainstTriggersAndAPersonMayAskAgain() {
        JsonNode i = drafted();
        post("/api/invitations/" + text(i, "/id") + "/reject", Map.of("why", "not now"));
        offer(announced().build());
        handled(Topics.INVITE_CANDIDATES);
        assertThat(awaitInvitations(1).size()).isEqualTo(1);
        String again = text(inviteDataFlow().json(), "/invitations/0/id");
        assertThat(again).isNotEqualTo(text(i, "/id"));
        awaitStatus(again, "DRAFTED");
        assertThat(awaitInvitations(2).size()).isEqualTo(2);
        assertThat(decision(customerId, Decision.REJECTED).getWhy()).isEqualTo("not now");
    }

    @Test
    void whatMatchingRefusesIsDraftedForAPersonWithAWarning() {
        matchingAnswers = false;
        summitAndDataFlow();
        String id = text(inviteDataFlow().json(), "/invitations/0/id");
        offer(announced()
                .setReason(InviteReason.CSM_REQUEST)
                .setInvitationId(id)
                .setVerdict(Verdict.REFUSED)
                .setWhy("the industry is not in the audience")
                .setContributions(List.of())
                .setSessions(List.of())
                .build());
        JsonNode i = awaitStatus(id, "DRAFTED");
        assertThat(text(i, "/warnings/0")).contains("industry is not in the audience");
        assertThat(text(i, "/draft/text")).doesNotContain("Sessions picked for you");
    }

    @Test
    void anOfferTakenBackTakesTheAutomaticDraftWithIt() {
        summitAndDataFlow();
        offer(announced().build());
        String id = text(awaitInvitations(1).get(0), "/id");
        offer(announced()
                .setVerdict(Verdict.WITHDRAWN)
                .setWhy("no longer in the audience")
                .build());
        assertThat(text(awaitStatus(id, "WITHDRAWN"), "/why")).isEqualTo("no longer in the audience");
    }

    @Test
    void aFollowUpIsDraftedUnderTheSameSubjectAndNotForWhoAnswered() {
        JsonNode first = drafted();
        approve(first);
        awaitStatus(text(first, "/id"), "ACCEPTED");
        offer(announced()
                .setReason(InviteReason.FOLLOW_UP)
                .setKind(MailKind.FOLLOW_UP)
                .setContactId(Samples.CONTACT)
                .build());
        JsonNode followUp = awaitInvitations(2).get(0);
        assertThat(text(followUp, "/kind")).isEqualTo("FOLLOW_UP");
        assertThat(text(followUp, "/draft/subject")).isEqualTo(text(first, "/draft/subject"));

        broker.send(
                Topics.REGISTRATIONS,
                customerId,
                Samples.registration()
                        .setInvitationId(text(first, "/id"))
                        .setEventId(eventId)
                        .setCustomerId(customerId)
                        .build());
        awaitStatus(text(first, "/id"), "REGISTERED");
        offer(announced()
                .setReason(InviteReason.FOLLOW_UP)
                .setKind(MailKind.FOLLOW_UP)
                .setNumber(2)
                .setContactId(Samples.CONTACT)
                .build());
        InviteDecision no = broker.awaitRecord(
                        Topics.INVITE_DECISIONS,
                        InviteDecision.class,
                        r -> r.body().getCustomerId().equals(customerId)
                                && r.body().getNumber() == 2)
                .body();
        assertThat(no.getWhy()).contains("REGISTERED");
    }

    InviteCandidate.Builder followUp(String contact) {
        return announced()
                .setReason(InviteReason.FOLLOW_UP)
                .setKind(MailKind.FOLLOW_UP)
                .setContactId(contact);
    }

    @Test
    void everyContactHasAFollowUpOfHisOwnAndKeepsItWhenAnothersIsTakenBack() {
        Contact dan = maria();
        dan.setId("dan");
        dan.setName("Dan Doe");
        dan.setEmail("dan." + tag + "@dataflow.example");
        tell(event().build());
        tell(customer().setContacts(List.of(maria(), dan)).build());
        offer(followUp(Samples.CONTACT).build());
        offer(followUp("dan").build());
        offer(followUp("dan").build());
        handled(Topics.INVITE_CANDIDATES);
        JsonNode both = awaitInvitations(2);
        assertThat(both.size()).isEqualTo(2);
        assertThat(text(both.get(0), "/contact/id")).isEqualTo("dan");

        offer(followUp("dan").setVerdict(Verdict.WITHDRAWN).setWhy("he left").build());
        awaitStatus(text(both.get(0), "/id"), "WITHDRAWN");
        assertThat(text(invitation(text(both.get(1), "/id")), "/status")).isEqualTo("DRAFTED");
    }

    @Test
    void whoCameByTheFollowUpIsThanked() {
        JsonNode first = drafted();
        approve(first);
        awaitStatus(text(first, "/id"), "ACCEPTED");
        offer(followUp(Samples.CONTACT).build());
        JsonNode followUp = awaitInvitations(2).get(0);
        approve(followUp);
        awaitStatus(text(followUp, "/id"), "ACCEPTED");
        broker.send(
                Topics.REGISTRATIONS,
                customerId,
                Samples.registration()
                        .setInvitationId(text(followUp, "/id"))
                        .setEventId(eventId)
                        .setCustomerId(customerId)
                        .setStatus(RegistrationStatus.ATTENDED)
                        .build());
        awaitStatus(text(followUp, "/id"), "REGISTERED");
        offer(followUp(Samples.CONTACT).setKind(MailKind.POST_EVENT).build());
        assertThat(text(awaitInvitations(3).get(0), "/draft/text")).contains("Thank you for coming");
    }

    @Test
    void theUnknownIsSaid() {
        assertThat(post("/api/events/nowhere/invite", Map.of("customerIds", List.of("x")))
                        .status())
                .isEqualTo(404);
        tell(event().build());
        Answer answer = invite(Map.of("customerIds", List.of("nobody-" + tag)));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(text(answer.json(), "/refused/0/why")).contains("no customer");
    }
}
