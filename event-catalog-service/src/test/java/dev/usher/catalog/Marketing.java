package dev.usher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Marketing at the API. */
public record Marketing(WebTestClient http) {

    /** What came back: a status, headers, and JSON; an answer without a body has an empty object. */
    public record Answer(HttpStatus status, String etag, String location, JsonNode json) {

        Answer ok() {
            assertThat(status).as(json.toString()).isEqualTo(HttpStatus.OK);
            return this;
        }

        public String text(String field) {
            return json.path(field).asString();
        }
    }

    static String newId() {
        return "event-" + UUID.randomUUID();
    }

    Answer post(ObjectNode said) {
        return sent(http.post().uri("/api/events").bodyValue(said));
    }

    public Answer post(ObjectNode said, String key) {
        return sent(
                http.post().uri("/api/events").header("Idempotency-Key", key).bodyValue(said));
    }

    Answer get(String id) {
        return sent(http.get().uri("/api/events/{id}", id));
    }

    Answer put(String id, ObjectNode said) {
        return sent(http.put().uri("/api/events/{id}", id).bodyValue(said));
    }

    Answer put(String id, ObjectNode said, String ifMatch) {
        return sent(http.put()
                .uri("/api/events/{id}", id)
                .header("If-Match", ifMatch)
                .bodyValue(said));
    }

    Answer cancel(String id) {
        return sent(http.post().uri("/api/events/{id}/cancel", id));
    }

    Answer sent(WebTestClient.RequestHeadersSpec<?> request) {
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        byte[] body = result.getResponseBody();
        MediaType type = result.getResponseHeaders().getContentType();
        boolean failed = result.getStatus().isError();
        assertThat(failed && !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type))
                .as("failed without a problem+json")
                .isFalse();
        return new Answer(
                HttpStatus.valueOf(result.getStatus().value()),
                String.valueOf(result.getResponseHeaders().getETag()),
                String.valueOf(result.getResponseHeaders().getLocation()),
                Said.json(body == null ? "{}".getBytes() : body));
    }
}
