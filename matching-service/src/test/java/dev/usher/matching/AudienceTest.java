package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testkit.TestBroker;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@MatchingTest
class AudienceTest {

    @Autowired
    private TestBroker broker;

    @LocalServerPort
    private int port;

    private Scene scene;

    @BeforeEach
    void begin() {
        scene = new Scene(broker, port);
    }

    @Test
    void everyCustomerIsAskedAfreshAndOnlyWhoMeetsTheQuestionAnswers() {
        List<String> ids = scene.customers(8);
        scene.announce(scene.summit());
        ask(scene.event, "a", "{\"industry\":\"SaaS\",\"limit\":1000}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.customerId=='%s')].reasons".formatted(ids.get(0)))
                .exists()
                .jsonPath("$.items[?(@.customerId=='%s')]".formatted(ids.get(1)))
                .doesNotExist();
    }

    @Test
    void noMoreThanWantedAndNoneBelowTheScore() {
        scene.customers(8);
        scene.announce(scene.summit());
        ask(scene.event, "b", "{\"limit\":2}")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.nextCursor")
                .isEmpty();
        ask(scene.event, "c", "{\"minScore\":0.999}")
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    @Test
    void anAudienceCanBeComeBackFor() {
        scene.customers(2);
        scene.announce(scene.summit());
        ask(scene.event, "d", "{}").expectStatus().isOk();
        scene.http()
                .get()
                .uri("/api/audiences/{id}", MessageIds.of("audience", scene.event, "d"))
                .exchange()
                .expectStatus()
                .isOk();
        ask(scene.event, "d", "{\"limit\":7}").expectStatus().isEqualTo(422);
    }

    @Test
    void anUnknownEventOrAudienceOrAWrongQuestionIsSaidSo() {
        ask("no-such-" + scene.run, "e", "{}").expectStatus().isNotFound();
        ask(scene.event, "f", "{\"minScore\":2}").expectStatus().isBadRequest();
        ask(scene.event, "g", "{\"industry\":\"\\ud800\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("industry");
        scene.http().get().uri("/api/audiences/none").exchange().expectStatus().isNotFound();
        assertThat(scene.candidates()).isEmpty();
    }

    private ResponseSpec ask(String event, String key, String question) {
        return scene.http()
                .post()
                .uri("/api/events/{id}/audience", event)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .bodyValue(question)
                .exchange();
    }
}
