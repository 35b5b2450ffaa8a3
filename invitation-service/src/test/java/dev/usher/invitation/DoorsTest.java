package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

/** What comes in wrong is answered with what is wrong; what is live can be cut and goes on. */
class DoorsTest extends Stage {

    static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENTS =
            new ParameterizedTypeReference<>() {};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/chat                    | {"text":""}                                   | text
                    /api/chat                    | {"text":null}                                 | text
                    /api/chat                    | {}                                            | text
                    /api/chat                    | {"text":5,                                    |
                    /api/chat                    | {"text":{"a":1}}                              | text
                    /api/events/e/invite         | {}                                            | customerIds
                    /api/events/e/invite         | {"customerIds":[]}                            | customerIds
                    /api/events/e/invite         | {"customerIds":"x"}                           | customerIds
                    /api/events/e/invite         | {"customerIds":["a","b"],"contactId":"c"}     | contactId
                    /api/events/e/invite         | {"customerIds":["a"],"audience":{}}           | customerIds
                    /api/invitations/x/approve   | {}                                            | contentHash
                    /api/invitations/approve     | {"items":[]}                                  | items
                    /api/invitations/approve     | {"items":[{"id":"x"}]}                        | contentHash
                    """)
    void wrongBodiesAreAnsweredWithTheField(String path, String body, String field) {
        Answer answer = Answer.of(http().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        if (field != null) {
            assertThat(answer.json().at("/errors").toString()).contains(field);
        }
    }

    @Test
    void aLineHasAtMostFourThousandCharacters() {
        assertThat(post("/api/chat", Map.of("text", "x".repeat(4001))).status()).isEqualTo(400);
        assertThat(post("/api/chat", Map.of("text", "x".repeat(4000))).status()).isEqualTo(200);
        assertThat(post("/api/chat", Map.of("text", "x".repeat(100_000))).status())
                .isEqualTo(400);
    }

    @Test
    void theUnknownIs404AndWrongFiltersAre400() {
        assertThat(get("/api/invitations/nowhere").status()).isEqualTo(404);
        assertThat(post("/api/invitations/nowhere/approve", Map.of("contentHash", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(post("/api/invitations/nowhere/withdraw", Map.of()).status()).isEqualTo(404);
        assertThat(post("/api/chat", Map.of("conversationId", "nowhere", "text", "help"))
                        .status())
                .isEqualTo(404);
        assertThat(get("/api/invitations?status=SLEEPING").status()).isEqualTo(400);
        assertThat(get("/api/invitations?limit=0").status()).isEqualTo(400);
        assertThat(get("/api/invitations?limit=many").status()).isEqualTo(400);
        assertThat(get("/api/invitations?cursor=%21%21").status()).isEqualTo(400);
        URI control = URI.create("http://127.0.0.1:" + port + "/api/invitations/a%00b");
        assertThat(Answer.of(http().get().uri(control).exchange()).status()).isEqualTo(400);
    }

    @Test
    void editsAreCheckedBeforeAnythingIsKept() {
        JsonNode i = drafted();
        String path = "/api/invitations/" + text(i, "/id") + "/draft";
        List<Map<String, String>> wrong = List.of(
                Map.of("subject", "S"),
                Map.of("text", "T"),
                Map.of("subject", " ", "text", "T"),
                Map.of("subject", "S\r\nBcc: all@evil.example", "text", "T"),
                Map.of("subject", "S", "text", "T", "html", "<p>H</p>"),
                Map.of("subject", "S".repeat(201), "text", "T"));
        assertThat(wrong)
                .allSatisfy(body -> assertThat(Answer.of(http().put()
                                        .uri(path)
                                        .header("If-Match", "1")
                                        .bodyValue(body)
                                        .exchange())
                                .status())
                        .isEqualTo(400));
        assertThat(invitation(text(i, "/id")).at("/revision").asInt()).isEqualTo(1);
    }

    @Test
    void sendAtIsLocalToTheEventAndNotAfterIt() {
        deliveryAnswers = List.of();
        JsonNode i = drafted();
        String path = "/api/invitations/" + text(i, "/id") + "/approve";
        String hash = text(i, "/contentHash");
        assertThat(post(path, Map.of("contentHash", hash, "sendAt", "Monday at 9"))
                        .status())
                .isEqualTo(400);
        assertThat(post(path, Map.of("contentHash", hash, "sendAt", "2099-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(400);
        Answer done = post(path, Map.of("contentHash", hash, "sendAt", "2026-12-24T09:00:00"));
        assertThat(text(done.json(), "/sendAt")).isEqualTo("2026-12-24T17:00:00Z");
    }

    @Test
    void listsArePagedNewestFirst() {
        tell(event().build());
        List<String> ids = List.of("a-" + tag, "b-" + tag, "c-" + tag);
        ids.forEach(id -> tell(customer().setId(id).build()));
        post("/api/events/" + eventId + "/invite", Map.of("customerIds", ids));
        JsonNode first =
                get("/api/invitations?limit=2&view=lines&eventId=" + eventId).json();
        assertThat(first.at("/items").size()).isEqualTo(2);
        JsonNode rest = get("/api/invitations?limit=2&eventId=" + eventId + "&cursor=" + text(first, "/nextCursor"))
                .json();
        assertThat(rest.at("/items").size()).isEqualTo(1);
        assertThat(rest.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void garbageAndPoisonAreParkedAndTheRestGoesOn() {
        summitAndDataFlow();
        broker.sendBytes(
                Topics.INVITE_CANDIDATES,
                customerId,
                new byte[] {0, 0, 0, 9, 9, 1},
                Map.of("message-id", "garbage-" + tag));
        offer(announced().build());
        awaitInvitations(1);
        broker.awaitBytes(Topics.INVITE_CANDIDATES + "-dlt", r -> customerId.equals(r.key()));
    }

    Disposable listen(String last, List<ServerSentEvent<Map<String, Object>>> into) {
        return WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/api/invitations/stream")
                .headers(h -> {
                    if (!last.isEmpty()) {
                        h.set("Last-Event-ID", last);
                    }
                })
                .retrieve()
                .bodyToFlux(EVENTS)
                .subscribe(into::add, failure -> {});
    }

    List<Object> statuses(List<ServerSentEvent<Map<String, Object>>> heard) {
        return heard.stream()
                .map(ServerSentEvent::data)
                .filter(d -> d != null && customerId.equals(d.get("customerId")))
                .map(d -> d.get("status"))
                .toList();
    }

    @Test
    void aStreamThatWasCutGoesOnWhereItWas() {
        List<ServerSentEvent<Map<String, Object>>> whole = new CopyOnWriteArrayList<>();
        List<ServerSentEvent<Map<String, Object>>> before = new CopyOnWriteArrayList<>();
        List<ServerSentEvent<Map<String, Object>>> after = new CopyOnWriteArrayList<>();
        Disposable always = listen("", whole);
        Disposable cut = listen("", before);
        Awaitility.await().atMost(PATIENCE).until(() -> !whole.isEmpty() && !before.isEmpty());
        JsonNode i = drafted();
        Awaitility.await().atMost(PATIENCE).until(() -> statuses(before).contains("DRAFTED"));
        cut.dispose();
        String last = String.valueOf(before.getLast().id());

        post("/api/invitations/" + text(i, "/id") + "/approve", Map.of("contentHash", text(i, "/contentHash")));
        awaitStatus(text(i, "/id"), "ACCEPTED");
        Disposable resumed = listen(last, after);

        Awaitility.await().atMost(PATIENCE).until(() -> statuses(after).contains("ACCEPTED"));
        Awaitility.await().atMost(PATIENCE).until(() -> statuses(whole).contains("ACCEPTED"));
        assertThat(statuses(after)).containsExactlyInAnyOrder("APPROVED", "SENDING", "ACCEPTED");
        assertThat(statuses(before)).containsExactly("REQUESTED", "DRAFTED");
        assertThat(statuses(whole)).hasSize(5);
        always.dispose();
        resumed.dispose();
    }

    @Test
    void aForeignPlaceInTheStreamIsRefused() {
        var answer = http().get()
                .uri("/api/invitations/stream")
                .header("Last-Event-ID", "yesterday")
                .exchange();
        answer.expectStatus().isBadRequest();
    }

    @Test
    void thePageIsServed() {
        http().get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("/desk/desk.js", "lang=\"en\""));
        http().get().uri("/desk/desk.js").exchange().expectStatus().isOk();
    }
}
