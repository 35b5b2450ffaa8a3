package dev.usher.invitation;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Contact;
import dev.usher.contracts.avro.Customer;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.Verdict;
import dev.usher.messaging.Avro;
import dev.usher.testkit.Samples;
import dev.usher.testkit.TestBroker;
import dev.usher.testkit.TestClock;
import dev.usher.testkit.TestServers;
import dev.usher.testkit.UsherTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real servers; matching and delivery answer as a test wants them to. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "usher.invitation.expire-every=500ms")
@UsherTest
abstract class Stage {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    TestBroker broker;

    @Autowired
    TestServers servers;

    @Autowired
    TestClock clock;

    @Autowired
    Avro avro;

    @Autowired
    Events events;

    @Autowired
    Customers customers;

    @LocalServerPort
    int port;

    /**
     * Unlike any other test's, and not of digits alone: "the Summit 12345678" takes an article, as "the Summit 2027" does.
     */
    final String tag = Stream.generate(() -> UUID.randomUUID().toString().substring(0, 8))
            .filter(random -> !random.matches("\\d+"))
            .findFirst()
            .orElseThrow();

    final String eventId = "summit-" + tag;
    final String customerId = "dataflow-" + tag;

    /** How delivery reacts to an approval; a test may replace it. */
    volatile List<DeliveryStatus> deliveryAnswers = List.of(DeliveryStatus.SENDING, DeliveryStatus.ACCEPTED);

    volatile @Nullable String deliveryWhy;

    volatile boolean matchingAnswers = true;

    private @Nullable Played<InviteRequest> matching;
    private @Nullable Played<InviteDecision> delivery;

    @BeforeEach
    void play() {
        matching = new Played<>(servers.kafka(), avro, Topics.INVITE_REQUESTS, InviteRequest.class, this::match);
        delivery = new Played<>(servers.kafka(), avro, Topics.INVITE_DECISIONS, InviteDecision.class, this::deliver);
    }

    @AfterEach
    void stopPlaying() throws InterruptedException {
        if (matching != null) {
            matching.close();
        }
        if (delivery != null) {
            delivery.close();
        }
    }

    private void match(InviteRequest r) {
        if (matchingAnswers && r.getEventId().endsWith(tag)) {
            broker.send(
                    Topics.INVITE_CANDIDATES,
                    r.getCustomerId(),
                    candidate(r.getEventId(), r.getCustomerId())
                            .setInvitationId(r.getInvitationId())
                            .setContactId(r.getContactId())
                            .setReason(r.getReason())
                            .setRequestedBy(r.getRequestedBy())
                            .setNote(r.getNote())
                            .setRank(0)
                            .setRankOfCsm(0)
                            .build());
        }
    }

    private void deliver(InviteDecision d) {
        if (!d.getEventId().endsWith(tag)) {
            return;
        }
        switch (d.getDecision()) {
            case APPROVED -> deliveryAnswers.forEach(status -> deliver(d, status, deliveryWhy));
            case WITHDRAWN -> deliver(d, DeliveryStatus.WITHDRAWN, d.getWhy());
            default -> {}
        }
    }

    void deliver(InviteDecision d, DeliveryStatus status, @Nullable String why) {
        broker.send(
                Topics.INVITE_DELIVERIES,
                d.getCustomerId(),
                InviteDelivery.newBuilder()
                        .setInvitationId(d.getInvitationId())
                        .setEventId(d.getEventId())
                        .setCustomerId(d.getCustomerId())
                        .setKind(d.getKind())
                        .setNumber(d.getNumber())
                        .setRevision(d.getRevision())
                        .setStatus(status)
                        .setWhy(why)
                        .setAt(Instant.now())
                        .build());
    }

    Event.Builder event() {
        return Samples.event().setId(eventId).setName("Customer Success Summit " + tag);
    }

    Customer.Builder customer() {
        return Samples.customer()
                .setId(customerId)
                .setName("DataFlow " + tag)
                .setAliases(List.of())
                .setContacts(List.of(maria()));
    }

    /** Her address is this test's own: who unsubscribed in one is not written to in another. */
    Contact maria() {
        Contact maria = Samples.customer().build().getContacts().getFirst();
        maria.setEmail("maria." + tag + "@dataflow.example");
        return maria;
    }

    InviteCandidate.Builder candidate(String event, String customer) {
        return Samples.candidate().setEventId(event).setCustomerId(customer).setAt(Instant.now());
    }

    InviteCandidate.Builder announced() {
        return candidate(eventId, customerId)
                .setReason(InviteReason.EVENT_ANNOUNCED)
                .setVerdict(Verdict.MATCHED);
    }

    void tell(Event event) {
        broker.send(Topics.EVENTS, event.getId(), event);
    }

    void tell(Customer customer) {
        broker.send(Topics.CUSTOMERS, customer.getId(), customer);
    }

    void offer(InviteCandidate candidate) {
        broker.send(Topics.INVITE_CANDIDATES, candidate.getCustomerId(), candidate);
    }

    void summitAndDataFlow() {
        tell(event().build());
        tell(customer().build());
        patiently().until(this::summitAndDataFlowAreKnown);
    }

    private boolean summitAndDataFlowAreKnown() {
        return events.find(eventId).blockOptional().isPresent()
                && customers.find(customerId).blockOptional().isPresent();
    }

    /** Waits until all that was sent to this topic has been handled. */
    void handled(String topic) {
        broker.awaitTakenIn("invitation-service." + topic, topic);
    }

    WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .build();
    }

    Answer post(String path, Object body) {
        return Answer.of(http().post().uri(path).bodyValue(body).exchange());
    }

    Answer get(String path) {
        return Answer.of(http().get().uri(path).exchange());
    }

    /** Asks for an invitation and waits for its draft. */
    JsonNode drafted() {
        summitAndDataFlow();
        Answer asked = post("/api/events/" + eventId + "/invite", Map.of("customerIds", List.of(customerId)));
        String id = asked.json().at("/invitations/0/id").asString();
        return await(id, i -> i.at("/status").asString().equals("DRAFTED"));
    }

    JsonNode invitation(String id) {
        return get("/api/invitations/" + id).json();
    }

    JsonNode await(String id, Predicate<JsonNode> wanted) {
        return patiently().until(() -> invitation(id), wanted);
    }

    /** What is so already is not waited for. */
    private static ConditionFactory patiently() {
        return Awaitility.await().pollDelay(Duration.ZERO).atMost(PATIENCE);
    }

    JsonNode awaitStatus(String id, String status) {
        return await(id, i -> i.at("/status").asString().equals(status));
    }

    /** Invitations to this test's event, newest first, as soon as there are so many. */
    JsonNode awaitInvitations(int many) {
        return patiently()
                .until(
                        () -> get("/api/invitations?eventId=" + eventId).json().at("/items"),
                        items -> items.size() >= many);
    }

    static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString();
    }

    /** A status and what came with it. */
    record Answer(int status, JsonNode json, @Nullable String etag) {

        static Answer of(WebTestClient.ResponseSpec response) {
            var result = response.expectBody(String.class).returnResult();
            String body = result.getResponseBody();
            return new Answer(
                    result.getStatus().value(),
                    body == null || !body.startsWith("{") ? JSON.createObjectNode() : JSON.readTree(body),
                    result.getResponseHeaders().getETag());
        }
    }
}
