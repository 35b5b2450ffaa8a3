package dev.usher.invitation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteDraft;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

/** What comes in wrong is answered with what is wrong; what is live can be cut and goes on. */
class DoorsTest extends Stage {

    @Autowired
    Changes changes;

    @Autowired
    ApplicationContext context;

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
                    /api/invitations/approve     | {"items":[null]}                              | items[0]
                    /api/events/e/invite         | {"customerIds":[null]}                        | customerIds[0]
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
        assertThat(post("/api/chat", Map.of("text", "🎉".repeat(4000))).status())
                .isEqualTo(200);
        for (String wrong : List.of("🎉".repeat(4001), " ")) {
            JsonNode errors = post("/api/chat", Map.of("text", wrong)).json().at("/errors");
            assertThat(errors.size()).isEqualTo(1);
            assertThat(text(errors, "/0/field")).isEqualTo("text");
            assertThat(text(errors, "/0/why")).contains("1 to 4,000 characters");
        }
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

    Answer edit(String id, Map<String, String> body) {
        return Answer.of(http().put()
                .uri("/api/invitations/" + id + "/draft")
                .header("If-Match", "*")
                .bodyValue(body)
                .exchange());
    }

    @Test
    void anEditThatMakesAnEndlessMailIsAnsweredWithTheFieldAndALongOneIsKept() {
        JsonNode i = drafted();
        Answer endless = edit(text(i, "/id"), Map.of("subject", "S", "text", "a: http://x/r/y\n\n".repeat(5800)));
        assertThat(endless.status()).isEqualTo(400);
        assertThat(endless.json().at("/errors").toString()).contains("text", "bytes");
        Answer wide = edit(text(i, "/id"), Map.of("subject", "S", "html", "<br>x".repeat(99_000)));
        assertThat(wide.status()).isEqualTo(200);
        Answer longOne = edit(text(i, "/id"), Map.of("subject", "S", "text", "11:11 x\n".repeat(12_000)));
        assertThat(longOne.status()).isEqualTo(200);
        assertThat(longOne.json().at("/warnings").toString()).contains("11:11");
    }

    @Test
    void aContactWhomNobodyKnowsIsTheFieldThatIsWrong() {
        JsonNode i = drafted();
        for (Map<String, String> body :
                List.of(Map.of("contactId", "nobody"), Map.of("contactId", "nobody", "subject", "S", "text", "T"))) {
            Answer edited = edit(text(i, "/id"), body);
            assertThat(edited.status()).isEqualTo(400);
            assertThat(text(edited.json(), "/errors/0/field")).isEqualTo("contactId");
        }
        assertThat(invitation(text(i, "/id")).at("/revision").asInt()).isEqualTo(1);
    }

    @Test
    void whatNobodyCouldBeChosenForCannotBeEdited() {
        tell(event().build());
        tell(customer().setContacts(List.of()).build());
        post("/api/events/" + eventId + "/invite", Map.of("customerIds", List.of(customerId)));
        JsonNode refused = awaitInvitations(1).get(0);
        Answer edited = edit(text(refused, "/id"), Map.of("subject", "S", "text", "T"));
        assertThat(edited.status()).isEqualTo(409);
        assertThat(text(edited.json(), "/detail")).contains("REFUSED");
    }

    @Test
    void threeHundredUnknownCustomersAreAnsweredAfterOneWait() {
        summitAndDataFlow();
        List<String> ids = java.util.stream.IntStream.rangeClosed(1, 300)
                .mapToObj(n -> "nobody-" + n + "-" + tag)
                .toList();
        Instant asked = Instant.now();
        Answer answer = post("/api/events/" + eventId + "/invite", Map.of("customerIds", ids));
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15)); // 5 s of waiting, once
        assertThat(answer.json().at("/refused").size()).isEqualTo(300);
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
        for (String never :
                List.of("2099-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00")) {
            assertThat(post(path, Map.of("contentHash", hash, "sendAt", never)).status())
                    .as(never)
                    .isEqualTo(400);
        }
        assertThat(post("/api/invitations/approve", Map.of("items", List.of(), "sendAt", "soon"))
                        .status())
                .isEqualTo(400);
        Answer done = post(path, Map.of("contentHash", hash, "sendAt", "2026-12-24T09:00:00"));
        assertThat(text(done.json(), "/sendAt")).isEqualTo("2026-12-24T17:00:00Z");
    }

    @Test
    void listsArePagedNewestFirst() {
        matchingAnswers = false;
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
        JsonNode whole = rest.at("/items/0");
        assertThat(whole.at("/history"))
                .isEqualTo(invitation(text(whole, "/id")).at("/history"));
        assertThat(text(whole, "/history/0/what")).isEqualTo("REQUESTED");
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
        Awaitility.await().atMost(PATIENCE).until(() -> statuses(before).containsAll(List.of("REQUESTED", "DRAFTED")));
        cut.dispose();
        String last = String.valueOf(before.getLast().id());

        post("/api/invitations/" + text(i, "/id") + "/approve", Map.of("contentHash", text(i, "/contentHash")));
        awaitStatus(text(i, "/id"), "ACCEPTED");
        Disposable resumed = listen(last, after);

        Awaitility.await().atMost(PATIENCE).until(() -> statuses(after).contains("ACCEPTED"));
        Awaitility.await().atMost(PATIENCE).until(() -> statuses(whole).contains("ACCEPTED"));
        assertThat(statuses(after)).containsExactlyInAnyOrder("APPROVED", "SENDING", "ACCEPTED");
        assertThat(statuses(before)).containsExactlyInAnyOrder("REQUESTED", "DRAFTED");
        assertThat(statuses(whole)).hasSize(5);
        always.dispose();
        resumed.dispose();
    }

    @Test
    void aPlaceBeyondTheEndsOfTheTopicsDoesNotMuteTheStream() {
        List<ServerSentEvent<Map<String, Object>>> heard = new CopyOnWriteArrayList<>();
        String here = String.valueOf(changes.here().block(PATIENCE));
        String beyond = Stream.of(here.split("\\.", -1)).map(offset -> "zzzz").collect(joining("."));
        Disposable resumed = listen(beyond, heard);
        Awaitility.await().atMost(PATIENCE).until(() -> !heard.isEmpty());
        drafted();
        Awaitility.await().atMost(PATIENCE).until(() -> statuses(heard).contains("DRAFTED"));
        resumed.dispose();
    }

    @Test
    void aReplicaThatHasJustStartedGoesOnFromAnotherOnesPlace() {
        String here = String.valueOf(changes.here().block(PATIENCE));
        JsonNode i = drafted();
        handled(Topics.INVITE_CANDIDATES);
        broker.awaitRecord(
                Topics.INVITE_APPROVALS,
                InviteDraft.class,
                r -> r.body().getInvitationId().equals(text(i, "/id")));
        Changes fresh = (Changes) context.getAutowireCapableBeanFactory().createBean(changes.getClass());
        ((Lifecycle) fresh).start();
        List<Changes.Told> heard = new CopyOnWriteArrayList<>();
        Disposable listening = fresh.since(here).subscribe(heard::add);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> heard.stream().anyMatch(t -> t.id().equals(text(i, "/id")) && t.revision() == 1));
        listening.dispose();
        ((Lifecycle) fresh).stop();
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
    void theStreamIsOfEventsOrNotAcceptable() {
        http().get()
                .uri("/api/invitations/stream")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
        http().get().uri("/api/invitations/streams").exchange().expectStatus().isNotFound();
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
