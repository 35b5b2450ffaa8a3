package dev.usher.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as any client sees it. */
final class Api {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;

    Api(String base) {
        this.base = base;
    }

    /** An answer; status 0 = none came. */
    record Answer(int status, String type, String text) {

        JsonNode json() {
            return type.contains("json") ? JSON.readTree(text) : JSON.missingNode();
        }

        boolean ok() {
            return status / 100 == 2;
        }
    }

    Answer get(String path) {
        return send(to(path).GET());
    }

    Answer post(String path, Object value) {
        return post(path, "application/json", JSON.writeValueAsString(value));
    }

    Answer post(String path, String type, String body) {
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException none) {
            return new Answer(0, "", String.valueOf(none.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
