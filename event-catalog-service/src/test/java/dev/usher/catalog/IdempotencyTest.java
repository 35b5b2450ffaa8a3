package dev.usher.catalog;

import static dev.usher.catalog.Marketing.newId;
import static dev.usher.catalog.Said.webinar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.usher.catalog.Marketing.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@CatalogTest
class IdempotencyTest {

    private final Marketing marketing;
    private final String key = UUID.randomUUID().toString();

    IdempotencyTest(WebTestClient http) {
        this.marketing = new Marketing(http);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirst() {
        Answer first = marketing.post(webinar(), key);

        assertThat(first.status()).isEqualTo(CREATED);
        assertThat(marketing.post(webinar(), key)).isEqualTo(first);
    }

    @Test
    void theFirstAnswerStandsEvenIfTheEventWasChangedMeanwhile() {
        Answer first = marketing.post(webinar(), key);
        marketing.put(first.text("id"), webinar().put("name", "New"));

        assertThat(marketing.post(webinar(), key)).isEqualTo(first);
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        marketing.post(webinar(), key);

        assertThat(marketing.post(webinar().put("name", "New"), key).status()).isEqualTo(UNPROCESSABLE_CONTENT);
    }

    @Test
    void anotherKeyIsAnotherEvent() {
        assertThat(marketing.post(webinar(), key).text("id"))
                .isNotEqualTo(marketing.post(webinar(), key + "2").text("id"));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String taken = newId();
        marketing.post(webinar().put("id", taken));
        marketing.post(webinar().put("id", taken), key);
        marketing.post(webinar().put("name", ""), key);

        assertThat(marketing.post(webinar(), key).status()).isEqualTo(CREATED);
    }

    @Test
    void ofManyAtOnceOneMakesTheEventAndAllAreAnsweredAlike() throws Exception {
        List<Answer> answers = atOnce(10);

        assertThat(answers).hasSize(10).allMatch(answers.getFirst()::equals);
        assertThat(answers.getFirst().status()).isEqualTo(CREATED);
    }

    @Test
    void anEmptyKeyIsRefused() {
        assertThat(marketing.post(webinar(), "").status()).isEqualTo(BAD_REQUEST);
    }

    @Test
    void aLongKeyIsRefused() {
        assertThat(marketing.post(webinar(), "k".repeat(256)).status()).isEqualTo(BAD_REQUEST);
        assertThat(marketing.post(webinar(), key.repeat(10).substring(0, 255)).status())
                .isEqualTo(CREATED);
    }

    private List<Answer> atOnce(int times) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = Stream.generate(() -> threads.submit(() -> marketing.post(webinar(), key)))
                    .limit(times)
                    .toList();
            for (Future<Answer> each : asked) {
                each.get();
            }
            return asked.stream().map(Future::resultNow).toList();
        }
    }
}
