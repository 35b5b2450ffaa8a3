package dev.usher.invitation.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.usher.rest.FieldError;
import dev.usher.rest.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Who an audience is, is matching's to say; what it refuses is told by the names of our own door. */
class AudienceClientTest {

    @Test
    void aCriterionThatIsWrongIsNamedWithinTheAudience() throws Exception {
        Problem problem = refused(400, """
                {"detail":"minScore: must be a number (and 1 more)","errors":[
                {"field":"minScore","why":"must be a number"},{"field":"","why":"must be an object"}]}""");
        assertThat(problem.status().value()).isEqualTo(400);
        assertThat(problem.errors())
                .containsExactly(
                        new FieldError("audience.minScore", "must be a number"),
                        new FieldError("audience", "must be an object"));
        assertThat(problem.detail()).startsWith("audience.minScore: must be a number");
    }

    @Test
    void whatNoFieldIsToBlameForIsToldAsItIs() throws Exception {
        Problem problem = refused(409, "{\"detail\":\"The event was cancelled.\",\"errors\":[]}");
        assertThat(problem.status().value()).isEqualTo(409);
        assertThat(problem.detail()).isEqualTo("The event was cancelled.");
        assertThat(refused(400, "no JSON").status().value()).isEqualTo(503);
        assertThat(refused(500, "{\"detail\":\"secret\"}").status().value()).isEqualTo(503);
    }

    private static Problem refused(int status, String body) throws Exception {
        HttpServer matching = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        matching.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        matching.start();
        try {
            WebClient http =
                    WebClient.create("http://127.0.0.1:" + matching.getAddress().getPort());
            return new AudienceClient(http)
                    .audience("summit", Map.of("minScore", "much"))
                    .then(Mono.<Problem>empty())
                    .onErrorResume(Problem.class, Mono::just)
                    .blockOptional()
                    .orElseThrow();
        } finally {
            matching.stop(0);
        }
    }
}
