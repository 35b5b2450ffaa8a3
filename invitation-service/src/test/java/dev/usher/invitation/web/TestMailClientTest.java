package dev.usher.invitation.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.usher.invitation.Cast;
import dev.usher.invitation.Draft;
import dev.usher.invitation.Mail;
import dev.usher.rest.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** A test mail is delivery's to send; what it refuses is told in its words. */
class TestMailClientTest {

    private static final Draft DRAFT = new Draft(
            new Mail("maria@dataflow.example", "Maria", "ana@usher.example", "Ana", 1, "S", "<p>", "t"),
            "hash",
            List.of(),
            List.of(),
            false);

    @ParameterizedTest
    @CsvSource({
        "409, 409, the mailbox is not connected",
        "404, 404, the mailbox is not connected",
        "500, 503, The mailbox does not answer; try again."
    })
    void aRefusalIsPassedOnAndAFailureIsNot(int answered, int told, String detail) throws Exception {
        HttpServer delivery = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        delivery.createContext("/", exchange -> {
            byte[] body = "{\"detail\":\"the mailbox is not connected\"}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(answered, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        delivery.start();
        try {
            Problem problem = problem(delivery.getAddress().getPort());
            assertThat(problem.status().value()).isEqualTo(told);
            assertThat(problem.detail()).isEqualTo(detail);
        } finally {
            delivery.stop(0);
        }
    }

    @Test
    void nobodyThereIsLater() {
        assertThat(problem(1).status().value()).isEqualTo(503);
    }

    private static Problem problem(int port) {
        return new TestMailClient(WebClient.create("http://127.0.0.1:" + port))
                .send("ana@usher.example", Cast.requested(), DRAFT)
                .then(Mono.<Problem>empty())
                .onErrorResume(Problem.class, Mono::just)
                .blockOptional()
                .orElseThrow();
    }
}
