package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Audience;
import dev.usher.contracts.avro.Customer;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.RegistrationStatus;
import dev.usher.contracts.avro.Verdict;
import dev.usher.matching.avro.EventRecords;
import dev.usher.testkit.Samples;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MatchingTest
class AnnouncementTest {

    @Autowired
    private TestBroker broker;

    @Autowired
    private Agendas agendas;

    @Autowired
    private Customers customers;

    @Autowired
    private Rankings rankings;

    @LocalServerPort
    private int port;

    private Scene scene;

    @BeforeEach
    void begin() {
        scene = new Scene(broker, port);
    }

    @Test
    void everyPartitionsBestAreTheBestOfAll() {
        List<String> ids = scene.customers(40);
        var announced = scene.summit();
        scene.announce(announced);

        Map<String, InviteCandidate> offered = awaitCandidates(ids);

        Agenda direct = agendas.of(EventRecords.read(announced.build()));
        ids.forEach(id -> {
            Guest guest = new Guest(customers.find(id).blockOptional().orElseThrow(), List.of(), List.of());
            assertThat(offered)
                    .extractingByKey(id)
                    .extracting(InviteCandidate::getScore)
                    .isEqualTo(direct.score(guest));
        });
        assertThat(offered.values()).allSatisfy(one -> {
            assertThat(one.getVerdict()).isEqualTo(Verdict.MATCHED);
            assertThat(one.getSessions()).isNotEmpty();
            assertThat(one.getRank()).isPositive();
        });
    }

    @Test
    void ranksAreTheOrderOfScoresOverallAndPerCsm() {
        List<String> ids = scene.customers(25);
        scene.announce(scene.summit());
        List<InviteCandidate> byRank = awaitCandidates(ids).values().stream()
                .sorted(Comparator.comparingInt(InviteCandidate::getRank))
                .toList();
        assertThat(byRank).extracting(InviteCandidate::getScore).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(byRank).allSatisfy(one -> assertThat(one.getRankOfCsm()).isBetween(1, one.getRank()));
    }

    @Test
    void whatIsSaidAgainIsSaidUnderTheSameId() {
        List<String> ids = scene.customers(8);
        scene.announce(scene.summit());
        awaitCandidates(ids);
        scene.announce(scene.summit());
        await().atMost(Scene.PATIENCE).until(() -> mine(ids).size() >= 2 * ids.size());
        assertThat(mine(ids).stream().map(Seen::id).distinct()).hasSameSizeAs(ids);
    }

    @Test
    void aCancelledEventTakesBackWhatWasOffered() {
        List<String> ids = scene.customers(6);
        scene.announce(scene.summit());
        awaitCandidates(ids);
        scene.announce(scene.cancelled(2));
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(mine(ids))
                        .filteredOn(seen -> seen.body().getVerdict() == Verdict.WITHDRAWN)
                        .extracting(seen -> seen.body().getCustomerId())
                        .containsExactlyInAnyOrderElementsOf(ids));
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> scene.http()
                        .get()
                        .uri("/api/events/{id}/relevant-customers", scene.event)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.items")
                        .isEmpty());
        await().atMost(Scene.PATIENCE).until(() -> ranking().isEmpty());
    }

    @Test
    void anErasedCustomerIsInNoRankingAndIsNotOfferedAgain() {
        List<String> ids = scene.customers(2);
        scene.announce(scene.summit());
        awaitCandidates(ids);
        await().atMost(Scene.PATIENCE).until(() -> names().containsAll(ids));
        broker.sendBytes(Topics.CUSTOMERS, ids.getFirst(), null, Map.of("message-id", "erased-" + scene.run));
        await().atMost(Scene.PATIENCE).until(() -> !names().contains(ids.getFirst()));
        broker.awaitTakenIn("matching-test", Topics.CUSTOMERS);
        scene.announce(scene.cancelled(2));
        scene.awaitCandidate(said ->
                said.getVerdict() == Verdict.WITHDRAWN && said.getCustomerId().equals(ids.getLast()));
        String asked = broker.send(
                Topics.INVITE_REQUESTS,
                ids.getLast(),
                Samples.request()
                        .setEventId(scene.event)
                        .setCustomerId(ids.getLast())
                        .build());
        broker.awaitRecord(
                Topics.INVITE_CANDIDATES,
                InviteCandidate.class,
                seen -> asked.equals(seen.headers().get("caused-by")));
        assertThat(scene.candidates())
                .filteredOn(seen -> seen.body().getCustomerId().equals(ids.getFirst()))
                .extracting(seen -> seen.body().getVerdict())
                .containsOnly(Verdict.MATCHED);
    }

    @Test
    void whoCameToTheSeriesStandsHigherFromThenOn() {
        String id = scene.customers(1).getFirst();
        scene.announce(scene.summit());
        double before =
                Objects.requireNonNull(awaitCandidates(List.of(id)).get(id)).getScore();
        await().atMost(Scene.PATIENCE).until(() -> names().contains(id));
        broker.send(
                Topics.REGISTRATIONS,
                id,
                Samples.registration()
                        .setEventId("earlier-" + scene.run)
                        .setCustomerId(id)
                        .setStatus(RegistrationStatus.ATTENDED)
                        .build());
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(ranking())
                        .filteredOn(line -> line.customerId().equals(id))
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(line.score()).isGreaterThan(before);
                            assertThat(line.reasons())
                                    .anySatisfy(
                                            reason -> assertThat(reason.text()).startsWith("Came to an earlier"));
                        }));
    }

    @Test
    void everyCandidateSaysWhatCausedIt() {
        List<String> ids = scene.customers(3);
        var announced = scene.summit().build();
        broker.send(Topics.EVENTS, announced.getId(), announced, "announced-" + scene.run);
        awaitCandidates(ids);
        assertThat(mine(ids)).allSatisfy(seen -> {
            assertThat(seen.headers()).containsKeys("message-id", "traceparent");
            assertThat(seen.headers().get("caused-by")).isEqualTo("announced-" + scene.run);
        });
    }

    @Test
    void whatACustomersChangeTakesBackIsCausedByThatChange() {
        String id = scene.customers(1).getFirst();
        scene.announce(scene.summit().setAudience(new Audience(List.of("SaaS"), List.of(), List.of(), List.of())));
        awaitCandidates(List.of(id));
        scene.put(id, "{\"name\":\"Digger\",\"industry\":\"Mining\"}");
        String change = broker.awaitRecord(
                        Topics.CUSTOMERS,
                        Customer.class,
                        seen -> seen.key().equals(id) && seen.body().getVersion() == 2)
                .id();
        Seen<InviteCandidate> taken = scene.awaitCandidate(said -> said.getVerdict() == Verdict.WITHDRAWN);
        assertThat(taken.headers()).containsEntry("caused-by", change).containsKey("traceparent");
    }

    @Test
    void theRankingCanBeReadAtOnce() {
        List<String> ids = scene.customers(12);
        scene.announce(scene.summit());
        scene.http()
                .get()
                .uri("/api/events/{id}/relevant-customers?limit=1000", scene.event)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.customerId=='%s')].reasons[0].criterion".formatted(ids.getFirst()))
                .exists()
                .jsonPath("$.items[0].sessions[0].title")
                .exists()
                .jsonPath("$.items[0].weightsVersion")
                .isEqualTo("hand-set-1")
                .jsonPath("$.missing")
                .isEmpty();
    }

    private List<String> names() {
        return ranking().stream().map(Relevant::customerId).toList();
    }

    private List<Relevant> ranking() {
        return rankings.best("event:" + scene.event, 0, null, 1000)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<Seen<InviteCandidate>> mine(List<String> ids) {
        return scene.candidates().stream()
                .filter(seen -> ids.contains(seen.body().getCustomerId()))
                .toList();
    }

    private Map<String, InviteCandidate> awaitCandidates(List<String> ids) {
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(mine(ids))
                        .extracting(seen -> seen.body().getCustomerId())
                        .containsAll(ids));
        return mine(ids).stream()
                .collect(Collectors.toMap(seen -> seen.body().getCustomerId(), Seen::body, (a, b) -> b));
    }
}
