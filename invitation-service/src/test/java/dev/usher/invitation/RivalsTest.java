package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Decision;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.InviteDecision;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Of decisions that cannot both stand, one does, and the other learns what happened. */
class RivalsTest extends Stage {

    @Autowired
    Deciding deciding;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    String path(JsonNode i, String what) {
        return "/api/invitations/" + text(i, "/id") + "/" + what;
    }

    Answer approve(JsonNode i) {
        return post(path(i, "approve"), Map.of("contentHash", text(i, "/contentHash")));
    }

    Answer edit(JsonNode i, String ifMatch, Object body) {
        var request = http().put().uri(path(i, "draft"));
        return Answer.of((ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .bodyValue(body)
                .exchange());
    }

    static Map<String, String> words(String text) {
        return Map.of("subject", "You're invited", "text", text);
    }

    @Test
    void aFresherExplanationNeverTakesBackAnApproval() {
        tell(event().setVersion(2).build());
        tell(customer().build());
        offer(announced().setEventVersion(1).build());
        JsonNode i = awaitInvitations(1).get(0);
        Mono<Void> aFresherOneWaits = Mono.<Void>fromRunnable(() -> {
                    offer(announced().setEventVersion(2).setSessions(List.of()).build());
                    Awaitility.await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
                })
                .subscribeOn(Schedulers.boundedElastic());
        transaction
                .transactional(
                        deciding.approve(new Deciding.Ask(text(i, "/id"), null, null), text(i, "/contentHash"), null)
                                .delayUntil(approved -> aFresherOneWaits))
                .block(PATIENCE);
        handled(Topics.INVITE_CANDIDATES);
        assertThat(awaitStatus(text(i, "/id"), "ACCEPTED").at("/revision").asInt())
                .isEqualTo(1);
    }

    private boolean somebodyWaitsForALock() {
        return database.sql("select 1 from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like '%event_invitations%'")
                .map(row -> true)
                .first()
                .blockOptional()
                .isPresent();
    }

    @Test
    void ofEightApprovalsAtOnceOneWinsAndIsPublishedOnceWithItsBytes() {
        JsonNode i = drafted();
        List<Answer> answers =
                IntStream.range(0, 8).parallel().mapToObj(n -> approve(i)).toList();
        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() == 409)
                .hasSize(7)
                .allSatisfy(a -> assertThat(text(a.json(), "/detail")).contains("by csm-ana"));
        awaitStatus(text(i, "/id"), "ACCEPTED");
        List<InviteDecision> approved = broker.records(Topics.INVITE_DECISIONS, InviteDecision.class).stream()
                .map(r -> r.body())
                .filter(d -> d.getInvitationId().equals(text(i, "/id")) && d.getDecision() == Decision.APPROVED)
                .toList();
        assertThat(approved).hasSize(1);
        InviteDecision one = approved.getFirst();
        assertThat(one.getContentHash()).isEqualTo(text(i, "/contentHash"));
        assertThat(dev.usher.contracts.ContentHash.of(one.getContent(), one.getKind(), one.getNumber()))
                .isEqualTo(one.getContentHash());
        assertThat(one.getContent().getHtml()).isEqualTo(text(i, "/draft/html"));
        assertThat(one.getSessions()).hasSize(1);
    }

    @Test
    void approveAgainstEditEndsOneWay() {
        JsonNode i = drafted();
        List<Answer> answers = List.of(0, 1).parallelStream()
                .map(n -> n == 0 ? approve(i) : edit(i, "\"1\"", words("Hi Maria,\n\nplease come.")))
                .toList();
        List<Integer> statuses = answers.stream().map(Answer::status).sorted().toList();
        assertThat(statuses).containsExactly(200, 409);
        JsonNode after = invitation(text(i, "/id"));
        boolean approved = answers.getFirst().status() == 200;
        assertThat(after.at("/revision").asInt()).isEqualTo(approved ? 1 : 2);
    }

    @Test
    void approveAgainstRejectEndsOneWay() {
        JsonNode i = drafted();
        List<Integer> statuses = List.of(0, 1).parallelStream()
                .map(n -> n == 0 ? approve(i) : post(path(i, "reject"), Map.of("why", "no")))
                .map(Answer::status)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 409);
    }

    @Test
    void anEditNeedsTheRevisionItIsBasedOn() {
        JsonNode i = drafted();
        assertThat(edit(i, "", words("x")).status()).isEqualTo(428);
        assertThat(edit(i, "\"7\"", words("x")).status()).isEqualTo(412);
        Answer edited = edit(i, "\"1\"", words("Hi Maria,\n\nsee you at 3:33 PM."));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.etag()).isEqualTo("\"2\"");
        assertThat(text(edited.json(), "/contentHash")).isNotEqualTo(text(i, "/contentHash"));
        assertThat(edited.json().at("/warnings").toString()).contains("3:33");
        assertThat(approve(i).status()).as("the old hash").isEqualTo(409);
        assertThat(approve(edited.json()).status()).isEqualTo(200);
    }

    @Test
    void aDecisionMayNameTheRevisionItRestsOn() {
        JsonNode i = drafted();
        assertThat(edit(i, "*", words("Hi Maria,\n\nplease come.")).status()).isEqualTo(200);
        for (String what : List.of("approve", "reject", "withdraw")) {
            assertThat(decide(i, what, "\"1\"").status()).as(what).isEqualTo(412);
        }
        assertThat(decide(i, "withdraw", "\"2\"").status()).isEqualTo(200);
    }

    Answer decide(JsonNode i, String what, String ifMatch) {
        return Answer.of(http().post()
                .uri(path(i, what))
                .header("If-Match", ifMatch)
                .bodyValue(Map.of("contentHash", text(i, "/contentHash")))
                .exchange());
    }

    @Test
    void whatWaitsForItsMailboxCanBeWithdrawn() {
        deliveryAnswers = List.of(DeliveryStatus.NEEDS_HUMAN);
        JsonNode i = drafted();
        approve(i);
        awaitStatus(text(i, "/id"), "NEEDS_HUMAN");
        Answer withdrawn = post(path(i, "withdraw"), Map.of());
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(text(withdrawn.json(), "/status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aSentInvitationIsNeverTakenForTheDraftItWas() {
        JsonNode i = drafted();
        String path = "/api/invitations/" + text(i, "/id");
        assertThat(get(path).etag()).isEqualTo("\"1\"");
        approve(i);
        awaitStatus(text(i, "/id"), "ACCEPTED");
        Answer again = Answer.of(
                http().get().uri(path).header("If-None-Match", "\"1\"").exchange());
        assertThat(again.status()).isEqualTo(200);
        assertThat(text(again.json(), "/status")).isEqualTo("ACCEPTED");
    }

    @Test
    void aListOfApprovalsAnswersEach() {
        JsonNode i = drafted();
        Answer answer = post(
                "/api/invitations/approve",
                Map.of(
                        "items",
                        List.of(
                                Map.of("id", text(i, "/id"), "contentHash", text(i, "/contentHash")),
                                Map.of("id", text(i, "/id"), "contentHash", "stale"),
                                Map.of("id", "nowhere", "contentHash", "x")),
                        "sendAt",
                        "2026-12-24T09:00:00+01:00"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items").size()).isEqualTo(3);
        assertThat(answer.json().at("/items").toString()).contains("APPROVED", "There is no invitation nowhere.");
    }

    @Test
    void whatDeliveryHasNotBegunIsWithdrawnAndWhatItSentIsTooLate() {
        deliveryAnswers = List.of();
        JsonNode i = drafted();
        approve(i);
        Answer withdrawn = post(path(i, "withdraw"), Map.of());
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(text(withdrawn.json(), "/status")).isEqualTo("WITHDRAWN");

        deliveryAnswers = List.of(DeliveryStatus.SENDING, DeliveryStatus.ACCEPTED);
        Answer again = post("/api/events/" + eventId + "/invite", Map.of("customerIds", List.of(customerId)));
        JsonNode second = awaitStatus(text(again.json(), "/invitations/0/id"), "DRAFTED");
        approve(second);
        awaitStatus(text(second, "/id"), "ACCEPTED");
        Answer late = post(path(second, "withdraw"), Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(text(late.json(), "/detail")).contains("too late", "ACCEPTED");
    }

    @Test
    void aRejectionSaysWhyInTheHistory() {
        JsonNode i = drafted();
        Answer rejected = post(path(i, "reject"), Map.of("why", "she left the company"));
        assertThat(text(rejected.json(), "/status")).isEqualTo("REJECTED");
        JsonNode last = rejected.json().at("/history").get(2);
        assertThat(last.toString()).contains("REJECTED", "csm-ana", "she left the company");
    }
}
