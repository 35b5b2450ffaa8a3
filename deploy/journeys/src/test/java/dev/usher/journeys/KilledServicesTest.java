package dev.usher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each service is killed once while invitations are under way; each approval ends in exactly one mail. */
class KilledServicesTest {

    private static final List<String> SERVICES =
            List.of("event-catalog-service", "matching-service", "invitation-service", "delivery-service");
    private static final int GUESTS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final RunningUsher usher = RunningUsher.get();
    private final Api api = usher.api();
    private final Api gmail = new Api(usher.gmail());

    @Test
    void everyApprovalEndsInExactlyOneMailThoughEachServiceIsKilledOnce() {
        importGuests();
        String event = announce();
        List<String> invitations = new ArrayList<>();
        for (int wave = 0; wave < SERVICES.size(); wave++) {
            List<String> ofThisWave = invite(event, wave);
            int half = ofThisWave.size() / 2;
            ofThisWave.subList(0, half).forEach(this::approve);
            kill(SERVICES.get(wave)); // while these are on their way
            ofThisWave.subList(half, ofThisWave.size()).forEach(this::approve);
            invitations.addAll(ofThisWave);
        }
        invitations.forEach(this::awaitAccepted);
        assertThat(invitations).hasSize(GUESTS).doesNotHaveDuplicates();
        invitations.forEach(this::assertExactlyOneMailThatWasApprovedBefore);
    }

    private void importGuests() {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, GUESTS).forEach(n -> lines.append("""
                {"id":"guest-%1$d","name":"Guest Company %1$d","industry":"Software","interests":["resilience"],\
                "csm":{"id":"csm-kim","name":"Kim Lee","email":"kim.lee@usher.example"},\
                "contacts":[{"id":"c","name":"Guest Number%1$d","email":"guest%1$d@guests.example","role":"CHAMPION"}]}
                """.formatted(n)));
        assertThat(api.post("/api/customers/import", "application/x-ndjson", lines.toString())
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(GUESTS);
    }

    private String announce() {
        LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(60);
        Api.Answer answer = api.post(
                "/api/events",
                Map.of(
                        "name",
                        "Resilience Day",
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
                        List.of("Resilience")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private List<String> invite(String event, int wave) {
        List<String> customers = IntStream.range(0, GUESTS)
                .filter(n -> n % SERVICES.size() == wave)
                .mapToObj(n -> "guest-" + n)
                .toList();
        JsonNode answer = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> api.post("/api/events/" + event + "/invite", Map.of("customerIds", customers)),
                        Api.Answer::ok)
                .json();
        assertThat(answer.path("refused")).as(answer.toString()).isEmpty();
        return answer.path("invitations")
                .valueStream()
                .map(invitation -> invitation.path("id").asString())
                .toList();
    }

    private void kill(String service) {
        List<ProcessHandle> running = usher.processes(service);
        assertThat(running).as("processes of " + service).isNotEmpty();
        running.forEach(ProcessHandle::destroyForcibly);
    }

    /** As a person would: looks at the draft until it is there, approves what she saw, and again if no answer came. */
    private void approve(String invitation) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            JsonNode seen = api.get("/api/invitations/" + invitation).json();
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

    private void awaitAccepted(String invitation) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> api.get("/api/invitations/" + invitation)
                                .json()
                                .path("status")
                                .asString(""),
                        "ACCEPTED"::equals);
    }

    private void assertExactlyOneMailThatWasApprovedBefore(String invitation) {
        JsonNode told = api.get("/api/invitations/" + invitation).json();
        String recipient = told.path("contact").path("email").asString();
        List<JsonNode> mails = gmail.get("/mailboxes/" + recipient + "/messages")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("headers")
                        .path("X-Invitation-Id")
                        .asString("")
                        .equals(invitation))
                .toList();
        assertThat(mails).as("mails of invitation " + invitation).hasSize(1);
        assertThat(mails.getFirst().path("headers").path("Subject").asString())
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
