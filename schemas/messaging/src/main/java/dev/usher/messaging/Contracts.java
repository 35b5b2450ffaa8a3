package dev.usher.messaging;

import dev.usher.contracts.Schemas;
import dev.usher.contracts.Topics;
import dev.usher.contracts.Topics.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Puts the contracts' schemas into the registry, by Confluent's API; doing so again changes nothing. */
final class Contracts {

    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI registry;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Contracts(URI registry) {
        this.registry = registry;
    }

    /** BACKWARD_TRANSITIVE for everything, then each topic's value schema. */
    void register() throws IOException, InterruptedException {
        call("PUT", "/config", "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
        for (Topic topic : Topics.ALL) {
            call("POST", "/subjects/" + topic.name() + "-value/versions", body(topic));
        }
    }

    private static String body(Topic topic) {
        return "{\"schemaType\":\"AVRO\",\"schema\":" + quoted(Schemas.json(topic)) + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(registry + "/apis/ccompat/v7" + path))
                .timeout(PATIENCE)
                .header("Content-Type", JSON)
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        boolean another = answer.statusCode() == 409 && method.equals("PUT"); // is setting the same at this moment
        if (answer.statusCode() >= 300 && !another) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
