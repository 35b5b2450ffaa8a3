package dev.usher.catalog;

import static dev.usher.catalog.Marketing.newId;
import static dev.usher.catalog.Said.webinar;
import static dev.usher.contracts.Topics.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import dev.usher.catalog.Marketing.Answer;
import dev.usher.contracts.avro.Event;
import dev.usher.testkit.TestBroker;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

@CatalogTest
class RivalryTest {

    private static final int RIVALS = 8;

    private final Marketing marketing;
    private final TestBroker broker;
    private final String id = newId();

    RivalryTest(WebTestClient http, TestBroker broker) {
        this.marketing = new Marketing(http);
        this.broker = broker;
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneWins() throws Exception {
        marketing.post(webinar().put("id", id));
        List<HttpStatus> answers = atOnce(rival -> marketing.put(id, webinar().put("name", "By " + rival), "\"1\""));

        assertThat(answers).containsOnlyOnce(OK).containsOnly(OK, PRECONDITION_FAILED);
    }

    @Test
    void whoNamesNoVersionIsServedInTurn() throws Exception {
        marketing.post(webinar().put("id", id));
        List<HttpStatus> answers = atOnce(rival -> marketing.put(id, webinar().put("name", "By " + rival)));

        assertThat(answers).containsOnly(OK);
        broker.awaitRecord(
                EVENTS,
                Event.class,
                seen -> seen.key().equals(id) && seen.body().getVersion() == RIVALS + 1);
        assertThat(broker.records(EVENTS, Event.class).stream()
                        .filter(seen -> seen.key().equals(id)))
                .extracting(seen -> seen.body().getVersion())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, RIVALS + 1).boxed().toList());
    }

    @Test
    void ofManyWhoAnnounceTheSameIdOneWins() throws Exception {
        List<HttpStatus> answers =
                atOnce(rival -> marketing.post(webinar().put("id", id).put("name", "By " + rival)));

        assertThat(answers).containsOnlyOnce(CREATED).containsOnly(CREATED, CONFLICT);
    }

    private static List<HttpStatus> atOnce(IntFunction<Answer> ask) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = IntStream.range(0, RIVALS)
                    .mapToObj(rival -> threads.submit(() -> {
                        start.await();
                        return ask.apply(rival);
                    }))
                    .toList();
            start.countDown();
            for (Future<Answer> each : asked) {
                each.get();
            }
            return asked.stream().map(each -> each.resultNow().status()).toList();
        }
    }
}
