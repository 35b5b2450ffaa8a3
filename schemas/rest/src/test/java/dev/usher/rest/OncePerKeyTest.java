package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.servers.PostgresServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.connection.init.ResourceDatabasePopulator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@TestConstructor(autowireMode = AutowireMode.ALL)
@SpringBootTest(
        classes = {Shop.class, OncePerKeyTest.Keyed.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "usher.idempotency.creating[0]=/counted",
            "usher.idempotency.creating[1]=/held"
        })
class OncePerKeyTest {

    private static final PostgresServer POSTGRES = PostgresServer.start(
            Path.of("target", "servers", "postgres-" + ProcessHandle.current().pid()), 0);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key = UUID.randomUUID().toString();
    private final int port;
    private final Counter counter;
    private final GivenAnswers answers;

    OncePerKeyTest(@Value("${local.server.port}") int port, Counter counter, GivenAnswers answers) {
        this.port = port;
        this.counter = counter;
        this.answers = answers;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        POSTGRES.createDatabase("answers");
        properties.add("spring.r2dbc.url", () -> "r2dbc:postgresql://127.0.0.1:" + POSTGRES.port() + "/answers");
        properties.add("spring.r2dbc.username", () -> "postgres");
        properties.add("spring.r2dbc.password", () -> "postgres");
    }

    @TestConfiguration
    @ImportAutoConfiguration({R2dbcAutoConfiguration.class, OncePerKeyAutoConfiguration.class})
    @Import(Counter.class)
    static class Keyed {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DatabaseClient database(io.r2dbc.spi.ConnectionFactory connections) {
            new ResourceDatabasePopulator(new ClassPathResource("db/answers/V0_4__given_answers.sql"))
                    .populate(connections)
                    .block();
            return DatabaseClient.create(connections);
        }
    }

    @RestController
    static class Counter {

        final AtomicInteger calls = new AtomicInteger();
        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @PostMapping("/counted")
        Mono<ResponseEntity<String>> count(@RequestBody String said) {
            if (said.contains("bad")) {
                calls.incrementAndGet();
                return Mono.error(Problem.badRequest("No."));
            }
            return Mono.just(ResponseEntity.created(URI.create("/counted/1"))
                    .eTag("\"7\"")
                    .body(said + " " + calls.incrementAndGet()));
        }

        @PostMapping("/held")
        Mono<String> hold() {
            return Mono.fromCallable(() -> {
                        arrived.countDown();
                        goOn.await();
                        return "done";
                    })
                    .subscribeOn(Schedulers.boundedElastic());
        }
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstTimeAndDoneOnce() throws Exception {
        HttpResponse<String> first = post("/counted", "a", key);
        int calls = counter.calls.get();
        HttpResponse<String> second = post("/counted", "a", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location")).contains("/counted/1");
        assertThat(second.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(counter.calls).hasValue(calls);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
        post("/counted", "a", key);

        assertThat(post("/counted", "b", key).statusCode()).isEqualTo(422);
    }

    @Test
    void theSameKeyElsewhereIsAnotherKey() throws Exception {
        post("/counted", "a", key);

        assertThat(post("/orders", "{\"name\":\"a\"}", key).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasRefusedMayBeAskedAgain() throws Exception {
        int calls = counter.calls.get();
        assertThat(post("/counted", "bad", key).statusCode()).isEqualTo(400);
        assertThat(post("/counted", "good", key).statusCode()).isEqualTo(201);
        assertThat(counter.calls).hasValue(calls + 2);
    }

    @Test
    void withoutAKeyEveryRequestIsDone() throws Exception {
        int calls = counter.calls.get();
        send(HttpRequest.newBuilder(to("/counted")).POST(BodyPublishers.ofString("a")));
        send(HttpRequest.newBuilder(to("/counted")).POST(BodyPublishers.ofString("a")));
        assertThat(counter.calls).hasValue(calls + 2);
    }

    @Test
    void oneThatComesWhileTheFirstIsBeingAnsweredIsToldToWait() throws Exception {
        CompletableFuture<HttpResponse<String>> first = client.sendAsync(
                HttpRequest.newBuilder(to("/held"))
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        counter.arrived.await();

        HttpResponse<String> second = post("/held", "", key);
        counter.goOn.countDown();

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(first.get().body()).isEqualTo("done");
        assertThat(post("/held", "", key).body()).isEqualTo("done");
    }

    @Test
    void aKeyWhoseAnswererDiedIsFreeAfterAMinute() {
        var question = new GivenAnswers.Question("/counted", key, new byte[] {1});
        Instant died = Instant.parse("2027-03-01T10:00:00Z");

        assertThat(answers.take(question, died).block()).isTrue();
        assertThat(answers.take(question, died.plusSeconds(59)).block()).isFalse();
        assertThat(answers.take(question, died.plusSeconds(61)).block()).isTrue();
    }

    @Test
    void anAnswerIsForgottenAsLaterOnesCome() throws Exception {
        var question = new GivenAnswers.Question("/old", key, new byte[] {1});
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        answers.take(question, longAgo).block();

        post("/counted", "a", key);

        assertThat(answers.find(question).blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "long"})
    void aKeyHasOneTo255Characters(String unusable) throws Exception {
        assertThat(post("/counted", "a", unusable.replace("long", "x".repeat(256)))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> post(String path, String body, String key) throws Exception {
        return send(HttpRequest.newBuilder(to(path))
                .header("Content-Type", path.equals("/orders") ? "application/json" : "text/plain")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private URI to(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
