package dev.usher.journeys;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Each service is killed once while it has something in hand; each approval ends in exactly one mail. Guests and event
 * have nothing in common, so that nobody is drafted for before a person asks.
 */
class KilledServicesTest {

    private static final int GUESTS = 32;
    private static final int WAVES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    /** Twice the time after which a sending in doubt is looked into. */
    private static final Duration TWO_QUARANTINES = Duration.ofSeconds(10);

    private final RunningUsher usher = RunningUsher.get();
    private final Api api = usher.api();

    @Test
    void everyApprovalEndsInExactlyOneMailThoughEachServiceIsKilledOnce() {
        importGuests();
        String event = announce("Resilience Day");
        List<String> invitations = new ArrayList<>();
        invitations.addAll(matchingIsKilledBeforeItAnswers(event));
        invitations.addAll(catalogueIsKilledBeforeItTellsOfAChange(event));
        invitations.addAll(killedBetweenApprovals("invitation-service", event, 2));
        invitations.addAll(killedBetweenApprovals("delivery-service", event, 3));

        assertThat(invitations).hasSize(GUESTS).doesNotHaveDuplicates();
        invitations.forEach(this::assertExactlyOneMailThatWasApprovedBefore);
        await().during(TWO_QUARANTINES)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> invitations.stream()
                        .allMatch(invitation -> mails(invitation).size() == 1));
    }

    private List<String> matchingIsKilledBeforeItAnswers(String event) {
        Set<Long> killed = pids("matching-service");
        List<JsonNode> asked = invite(event, 0);
        kill("matching-service");
        assertThat(asked)
                .allMatch(invitation -> invitation.path("status").asString().equals("REQUESTED"));
        List<String> invitations = ids(asked);
        invitations.forEach(this::approve);
        awaitEnd(invitations, "matching-service", killed);
        return invitations;
    }

    private List<String> catalogueIsKilledBeforeItTellsOfAChange(String event) {
        Set<Long> killed = pids("event-catalog-service");
        List<String> invitations = ids(invite(event, 1));
        invitations.forEach(this::awaitDrafted);
        change(event, "Steadfastness Day");
        kill("event-catalog-service");
        invitations.forEach(invitation -> awaitDraftOf(invitation, "Steadfastness Day"));
        invitations.forEach(this::approve);
        awaitEnd(invitations, "event-catalog-service", killed);
        return invitations;
    }

    private List<String> killedBetweenApprovals(String service, String event, int wave) {
        Set<Long> killed = pids(service);
        List<String> invitations = ids(invite(event, wave));
        int half = invitations.size() / 2;
        invitations.subList(0, half).forEach(this::approve);
        kill(service); // while these are on their way
        invitations.subList(half, invitations.size()).forEach(this::approve);
        awaitEnd(invitations, service, killed);
        return invitations;
    }

    /** All are accepted, and another process does what the killed one did. */
    private void awaitEnd(List<String> invitations, String service, Set<Long> killed) {
        invitations.forEach(invitation -> awaitStatus(invitation, "ACCEPTED"));
        await().atMost(PATIENCE).until(() -> pids(service), running -> !running.isEmpty() && disjoint(running, killed));
    }

    private void importGuests() {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, GUESTS).forEach(n -> lines.append("""
                {"id":"guest-%1$d","name":"Guest Company %1$d","industry":"Software","interests":["beekeeping"],\
                "csm":{"id":"csm-kim","name":"Kim Lee","email":"kim.lee@usher.example"},\
                "contacts":[{"id":"c","name":"Guest Number%1$d","email":"guest%1$d@guests.example","role":"CHAMPION"}]}
                """.formatted(n)));
        assertThat(api.post("/api/customers/import", "application/x-ndjson", lines.toString())
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(GUESTS);
    }

    private String announce(String name) {
        Api.Answer answer = api.post("/api/events", event(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private void change(String event, String name) {
        Api.Answer answer = api.put("/api/events/" + event, Api.JSON.writeValueAsString(event(name)), Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Map<String, Object> event(String name) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(60);
        return Map.of(
                "name",
                name,
                "type",
                "CONFERENCE",
                "format",
                "VIRTUAL",
                "timeZone",
                "Europe/Berlin",
                "startsAt",
                day + "T09:00",
                "endsAt",
                day + "T17:00",
                "topics",
                List.of("Resilience"));
    }

    private List<JsonNode> invite(String event, int wave) {
        List<String> customers = IntStream.range(0, GUESTS)
                .filter(n -> n % WAVES == wave)
                .mapToObj(n -> "guest-" + n)
                .toList();
        JsonNode answer = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> api.post("/api/events/" + event + "/invite", Map.of("customerIds", customers)),
                        Api.Answer::ok)
                .json();
        assertThat(answer.path("refused")).as(answer.toString()).isEmpty();
        return answer.path("invitations").valueStream().toList();
    }

    private static List<String> ids(List<JsonNode> invitations) {
        return invitations.stream()
                .map(invitation -> invitation.path("id").asString())
                .toList();
    }

    private Set<Long> pids(String service) {
        return usher.processes(service).stream().map(ProcessHandle::pid).collect(toSet());
    }

    private void kill(String service) {
        List<ProcessHandle> running = usher.processes(service);
        assertThat(running).as("processes of " + service).isNotEmpty();
        running.forEach(ProcessHandle::destroyForcibly);
    }

    /** As a person would: looks at the draft until it is there, approves what she saw, and again if no answer came. */
    private void approve(String invitation) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            JsonNode seen = told(invitation);
            return switch (seen.path("status").asString("")) {
                case "DRAFTED" ->
                    api.post(
                                    "/api/invitations/" + invitation + "/approve",
                                    Map.of(
                                            "contentHash",
                                            seen.path("contentHash").asString()))
                            .ok();
                case "APPROVED", "SENDING", "ACCEPTED", "UNKNOWN" -> true;
                default -> false;
            };
        });
    }

    private void awaitDrafted(String invitation) {
        awaitStatus(invitation, "DRAFTED");
    }

    private void awaitStatus(String invitation, String status) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> told(invitation).path("status").asString(""), status::equals);
    }

    private void awaitDraftOf(String invitation, String eventName) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> told(invitation).path("draft").toString(), draft -> draft.contains(eventName));
    }

    private JsonNode told(String invitation) {
        return api.get("/api/invitations/" + invitation).json();
    }

    private List<JsonNode> mails(String invitation) {
        String recipient = told(invitation).path("contact").path("email").asString();
        return new Mailbox(usher, recipient).ofInvitation(invitation);
    }

    private void assertExactlyOneMailThatWasApprovedBefore(String invitation) {
        JsonNode told = told(invitation);
        List<JsonNode> mails = mails(invitation);
        assertThat(mails).as("mails of invitation " + invitation).hasSize(1);
        assertThat(Mailbox.header(mails.getFirst(), "Subject"))
                .isEqualTo(told.path("draft").path("subject").asString());
        assertThat(approvedAt(told))
                .isBefore(instant(mails.getFirst().path("receivedAt").asString()));
    }

    private static Instant approvedAt(JsonNode told) {
        return told.path("history")
                .valueStream()
                .filter(step -> step.path("what").asString().contains("APPROVED"))
                .map(step -> instant(step.path("at").asString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no approval in " + told.path("history")));
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
