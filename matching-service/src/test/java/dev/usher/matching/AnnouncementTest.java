package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.Verdict;
import dev.usher.matching.avro.EventRecords;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        scene.http()
                .get()
                .uri("/api/events/{id}/relevant-customers", scene.event)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
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
                .isEqualTo("hand-set-1");
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
