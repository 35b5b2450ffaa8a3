package dev.usher.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as any client sees it. */
final class Api {

    private static final Pattern CONTENT_TYPE = Pattern.compile("(?i)content-type: *(\\S+)");
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

    /** As {@link #get}, of an address that Java's own client refuses to send. */
    Answer getUnchecked(String address) {
        URI door = URI.create(base);
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: usher\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String[] answer = new String(socket.getInputStream().readAllBytes(), UTF_8).split("\r\n\r\n", 2);
            Matcher type = CONTENT_TYPE.matcher(answer[0]);
            return new Answer(
                    Integer.parseInt(answer[0].substring(9, 12)), type.find() ? type.group(1) : "", answer[1]);
        } catch (IOException none) {
            return new Answer(0, "", String.valueOf(none.getMessage()));
        }
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
