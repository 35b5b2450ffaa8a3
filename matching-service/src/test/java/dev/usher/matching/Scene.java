package dev.usher.matching;

import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.testkit.Samples;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What tests on real servers say again and again; every scene has names of its own. */
final class Scene {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final String run = UUID.randomUUID().toString().substring(0, 8);
    final String event = "summit-" + run;
    private final TestBroker broker;
    private final String application;
    private final WebTestClient http;

    Scene(TestBroker broker, int port) {
        this(broker, port, "matching-test");
    }

    /** @param application the group of the stream that is watched */
    Scene(TestBroker broker, int port, String application) {
        this.broker = broker;
        this.application = application;
        this.http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
        ready();
    }

    WebTestClient http() {
        return http;
    }

    private void ready() {
        await().atMost(PATIENCE)
                .until(() -> http.get()
                                .uri("/actuator/health/readiness")
                                .exchange()
                                .expectBody() // read, or Netty tells of a leak
                                .returnResult()
                                .getStatus()
                                .value()
                        == 200);
    }

    String customer(int number) {
        return "customer-" + run + "-" + number;
    }

    List<String> customers(int howMany) {
        List<String> ids = IntStream.range(0, howMany).mapToObj(this::customer).toList();
        IntStream.range(0, howMany).forEach(i -> put(ids.get(i), body(i)));
        broker.awaitTakenIn(application, Topics.CUSTOMERS);
        return ids;
    }

    void put(String id, String body) {
        http.put()
                .uri("/api/customers/{id}", id)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody();
    }

    /** Every third cares for AI, every second is a SaaS company; three CSMs share them. */
    String body(int number) {
        return """
                {"name":"Customer %s %d","industry":"%s","csm":{"id":"csm-%d"},
                 "contacts":[{"name":"Con Tact","email":"c%d@customer.example"}],
                 "challenges":["%s"],"interests":["%s"]}""".formatted(
                        run,
                        number,
                        number % 2 == 0 ? "SaaS" : "Software",
                        number % 3,
                        number,
                        number % 3 == 0 ? "scaling operations" : "hiring nurses",
                        number % 4 == 0 ? "AI adoption" : "gardening");
    }

    Event.Builder summit() {
        return Samples.event().setId(event).setAudience(null);
    }

    void announce(Event.Builder announced) {
        Event record = announced.build();
        broker.send(Topics.EVENTS, record.getId(), record);
    }

    Event.Builder cancelled(int version) {
        return summit().setVersion(version).setStatus(EventStatus.CANCELLED).setWhy("the venue burnt down");
    }

    List<Seen<InviteCandidate>> candidates() {
        return broker.records(Topics.INVITE_CANDIDATES, InviteCandidate.class).stream()
                .filter(seen -> seen.body().getEventId().equals(event))
                .toList();
    }

    Seen<InviteCandidate> awaitCandidate(Predicate<InviteCandidate> wanted) {
        return broker.awaitRecord(
                Topics.INVITE_CANDIDATES,
                InviteCandidate.class,
                seen -> seen.body().getEventId().equals(event) && wanted.test(seen.body()));
    }
}
