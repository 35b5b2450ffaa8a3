package dev.usher.local.samples;

import dev.usher.local.client.Api;
import dev.usher.local.client.SideBySide;
import dev.usher.local.client.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the samples into an empty system through the public API, once, and waits until they are matched. */
public final class Samples {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int GLANCE_MILLIS = 100;

    private final Api api;
    private final Path begun;
    private final Path done;
    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();

    /** @param data where it is remembered that they were loaded, so that a cut load is finished by the next start */
    public Samples(String usher, Path data, Terminal terminal) {
        this.api = new Api(usher);
        this.begun = data.resolve("samples.begun");
        this.done = data.resolve("samples.loaded");
        this.terminal = terminal;
    }

    /** Does nothing where they were loaded before, or where somebody's own data is. */
    public void load() throws IOException, InterruptedException {
        if (Files.exists(done) || (Files.notExists(begun) && !isEmpty())) {
            return;
        }
        Files.writeString(begun, Instant.now(clock).toString());
        List<JsonNode> events = events();
        List<JsonNode> past = events.stream().filter(this::isPast).toList();
        List<JsonNode> coming = events.stream().filter(event -> !isPast(event)).toList();
        SideBySide.run(
                Stream.concat(Stream.of(this::customers), announcements(past)).toList());
        attendance(); // before the coming events: they are matched with it
        SideBySide.run(announcements(coming).toList());
        terminal.step("samples: " + events.size() + " events announced");
        coming.forEach(this::awaitMatched);
        terminal.step("samples: every coming event is matched");
        Files.writeString(done, Instant.now(clock).toString());
    }

    /** What the sample customers are called, in the order of the file. */
    public static List<String> customerNames() {
        return resource("customers.ndjson")
                .lines()
                .map(line -> JSON.readTree(line).path("name").asString())
                .toList();
    }

    private boolean isEmpty() {
        return items("/api/events?limit=1").isEmpty()
                && items("/api/customers?limit=1").isEmpty();
    }

    /** Asked again while the answer is another one: a service that cannot tell yet must not pass for an empty one. */
    private JsonNode items(String path) {
        Api.Answer answer = api.get(path);
        for (int waited = 0; waited < PATIENCE_MILLIS && !answer.ok(); waited += GLANCE_MILLIS) {
            pause();
            answer = api.get(path);
        }
        if (!answer.ok()) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer.body().path("items");
    }

    private List<JsonNode> events() {
        String text = new SampleDates(LocalDate.now(clock)).fill(resource("events.json"));
        List<JsonNode> events = new ArrayList<>();
        JSON.readTree(text).forEach(events::add);
        return events;
    }

    private void customers() {
        Api.Answer answer = api.post("/api/customers/import", "application/x-ndjson", resource("customers.ndjson"));
        if (!answer.ok() || !answer.body().path("refused").isEmpty()) {
            throw new IllegalStateException("the sample customers were refused: " + answer.text());
        }
        terminal.step("samples: " + answer.body().path("accepted").asInt() + " customers imported");
    }

    private Stream<Runnable> announcements(List<JsonNode> events) {
        return events.stream().map(event -> () -> announce(event));
    }

    private void announce(JsonNode event) {
        Api.Answer answer = api.post("/api/events", "application/json", event.toString());
        boolean there = answer.status() == 409;
        if (!answer.ok() && !there) {
            throw new IllegalStateException(
                    "sample event " + event.path("id").asString() + " was refused: " + answer.text());
        }
    }

    private void attendance() throws InterruptedException {
        SideBySide.run(JSON.readTree(resource("attendance.json")).properties().stream()
                .<Runnable>map(event -> () -> report(event.getKey(), event.getValue()))
                .toList());
    }

    /** Tried again while a guest is not known yet: delivery hears of customers by their topic. */
    private void report(String event, JsonNode guests) {
        Api.Answer answer = post(event, guests);
        for (int waited = 0; waited < PATIENCE_MILLIS && !taken(answer); waited += GLANCE_MILLIS) {
            pause();
            answer = post(event, guests);
        }
        if (!taken(answer)) {
            throw new IllegalStateException("attendance of " + event + " was refused: " + answer.text());
        }
    }

    private Api.Answer post(String event, JsonNode guests) {
        return api.post("/api/events/" + event + "/attendance", "application/json", guests.toString());
    }

    private static boolean taken(Api.Answer answer) {
        return answer.ok() && answer.body().path("refused").isEmpty();
    }

    private void awaitMatched(JsonNode event) {
        String path = "/api/events/" + event.path("id").asString() + "/relevant-customers?limit=1";
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += GLANCE_MILLIS) {
            Api.Answer answer = api.get(path);
            if (answer.ok() && !answer.body().path("items").isEmpty()) {
                return;
            }
            pause();
        }
        throw new IllegalStateException(
                "sample event " + event.path("name").asString() + " was not matched within a minute");
    }

    private boolean isPast(JsonNode event) {
        return OffsetDateTime.parse(event.path("endsAt").asString() + "Z")
                .toInstant()
                .isBefore(clock.instant());
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        }
    }

    private static String resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("samples/" + name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
