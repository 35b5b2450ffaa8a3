package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.Verdict;
import dev.usher.matching.scoring.LexicalAgendas;
import dev.usher.testkit.Samples;
import dev.usher.testkit.Seen;
import dev.usher.testkit.TestBroker;
import dev.usher.testkit.UsherTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The whole stream with the broker's transactions, by the one setting; and lists that end where they are told to. */
@UsherTest
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "usher.matching.guarantee=exactly_once_v2",
            "usher.matching.best=5",
            "usher.matching.application-id=" + ExactlyOnceTest.APPLICATION,
            "usher.matching.state-dir=target/state-${random.uuid}",
            "usher.instance=matching-exactly-once"
        })
class ExactlyOnceTest {

    static final String APPLICATION = "matching-exactly-once";

    @Autowired
    private TestBroker broker;

    @Autowired
    private Rankings rankings;

    @Autowired
    private Customers customers;

    @LocalServerPort
    private int port;

    private Scene scene;

    @BeforeEach
    void begin() {
        scene = new Scene(broker, port, APPLICATION);
    }

    @Test
    void anAnnouncementOffersNoMoreThanTheBestAndARequestIsAnsweredBesides() {
        List<String> ids = scene.customers(12);
        scene.announce(scene.summit());
        // A page of customers scored anew may add a row before the list is trimmed again.
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> scene.http()
                        .get()
                        .uri("/api/events/{id}/relevant-customers?limit=1000", scene.event)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.items.length()")
                        .isEqualTo(5));
        await().atMost(Scene.PATIENCE).until(() -> offered().size() >= 5);
        List<String> offered = offered();
        assertThat(offered).hasSize(5).doesNotHaveDuplicates();
        String left =
                ids.stream().filter(id -> !offered.contains(id)).findFirst().orElseThrow();
        String asked = broker.send(
                Topics.INVITE_REQUESTS,
                left,
                Samples.request().setEventId(scene.event).setCustomerId(left).build());
        Seen<InviteCandidate> answer = broker.awaitRecord(
                Topics.INVITE_CANDIDATES,
                InviteCandidate.class,
                seen -> asked.equals(seen.headers().get("caused-by")));
        assertThat(answer.body().getVerdict()).isEqualTo(Verdict.MATCHED);
    }

    @Test
    void aCustomerThatBecomesBetterPushesTheLastOneOut() {
        List<String> ids = scene.customers(12);
        scene.announce(scene.summit());
        await().atMost(Scene.PATIENCE).until(() -> offered().size() == 5);
        String better =
                ids.stream().filter(id -> !offered().contains(id)).findFirst().orElseThrow();
        scene.put(
                better,
                "{\"name\":\"Better\",\"industry\":\"SaaS\",\"challenges\":[\"scaling CS\",\"executive relationships\"],"
                        + "\"interests\":[\"AI agents\",\"customer success leaders\"]}");
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(ranked("event:" + scene.event, 1000))
                        .hasSize(5)
                        .first()
                        .isEqualTo(better));
    }

    @Test
    void linesOfTheNewVersionPushNoneOfTheOldOut() {
        String list = "event:trimmed-" + scene.run;
        List<Relevant> lines = lines(6);
        rankings.save(page(list, 1, true, lines.subList(0, 5))).block();
        rankings.save(page(list, 2, false, lines.subList(5, 6))).block();
        assertThat(ranked(list, 1000)).hasSize(6);
        rankings.save(page(list, 2, false, lines)).block();
        assertThat(ranked(list, 1000)).hasSize(5);
    }

    @Test
    void whoWasScoredAnewBeforeTheBestWereKnownMakesNoListLonger() {
        String list = "event:early-" + scene.run;
        List<Relevant> lines = lines(7);
        rankings.save(page(list, 1, false, lines.subList(0, 4))).block();
        rankings.save(new Page(list, 1, 0, 1, true, lines.subList(2, 7), List.of(), List.of()))
                .block();
        assertThat(ranked(list, 1000)).hasSize(5);
    }

    @Test
    void anAudienceIsAsLongAsItWasAskedFor() {
        String list = "audience:long-" + scene.run;
        rankings.save(page(list, 0, false, lines(8))).block();
        assertThat(ranked(list, 1000)).hasSize(8);
    }

    private List<Relevant> lines(int howMany) {
        List<Customer> known = IntStream.range(0, howMany)
                .mapToObj(i -> Given.unknown("line-" + scene.run + "-" + i))
                .toList();
        customers.save(known).block();
        Agenda summit = new LexicalAgendas().of(Given.summit());
        return known.stream()
                .map(customer -> new Guest(customer, List.of(), List.of()))
                .map(guest -> Relevant.of(guest, summit.match(guest)))
                .toList();
    }

    private static Page page(String list, int version, boolean last, List<Relevant> rows) {
        return new Page(list, version, 0, 12, last, rows, List.of(), List.of());
    }

    private List<String> ranked(String list, int limit) {
        return rankings.best(list, 0, null, limit)
                .map(Relevant::customerId)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<String> offered() {
        return scene.candidates().stream()
                .filter(seen -> seen.body().getVerdict() == Verdict.MATCHED)
                .map(seen -> seen.body().getCustomerId())
                .toList();
    }
}
