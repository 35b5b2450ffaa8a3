package dev.usher.local.bench;

import dev.usher.local.client.Addresses;
import dev.usher.local.client.Api;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How long a manager waits from her line in the chat to the finished draft in its answer. */
public final class ChatToDraft {

    private static final int WARM_UP = 5;
    private static final int TURNS = 40;

    private final Api api;
    private final Addresses addresses;
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    public ChatToDraft(Addresses addresses) {
        this.addresses = addresses;
        this.api = new Api(addresses.usher());
    }

    /** Median and 95th percentile over 40 turns, after 5 that do not count; the event is cancelled in the end. */
    public List<Figure> measure() {
        importCustomers();
        announce();
        try {
            return figures();
        } finally {
            require(api.post("/api/events/" + event() + "/cancel", Map.of("why", "The benchmark is over")));
        }
    }

    private List<Figure> figures() {
        long[] drafts = IntStream.range(0, WARM_UP + TURNS)
                .mapToLong(this::turn)
                .skip(WARM_UP)
                .toArray();
        long[] floor;
        try (BareHops hops = new BareHops(addresses)) {
            floor = IntStream.range(0, WARM_UP + TURNS)
                    .mapToLong(n -> hops.turn())
                    .skip(WARM_UP)
                    .toArray();
        }
        return List.of(
                new Figure("chat.draft.p50", Figure.percentile(drafts, 0.5), "ms", Figure.percentile(floor, 0.5)),
                new Figure("chat.draft.p95", Figure.percentile(drafts, 0.95), "ms", Figure.percentile(floor, 0.95)));
    }

    private void importCustomers() {
        StringBuilder customers = new StringBuilder();
        IntStream.range(0, WARM_UP + TURNS).forEach(n -> customers.append("""
                {"id":"%1$s","name":"%1$s","industry":"Software","challenges":["scaling operations"],"csm":{"id":"csm-bench",\
                "name":"Bea Bench","email":"bea@usher.example"},"contacts":[{"name":"Gus Guest","email":"gus@%1$s.example"}]}
                """.formatted(customer(n))));
        require(api.post("/api/customers/import", "application/x-ndjson", customers.toString()));
    }

    /** About what nobody cares for, so that the announcement drafts nothing: what is measured is the chat's own draft. */
    private void announce() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(90);
        require(api.post(
                "/api/events",
                Map.of(
                        "id",
                        event(),
                        "name",
                        eventName(),
                        "type",
                        "CONFERENCE",
                        "format",
                        "VIRTUAL",
                        "timeZone",
                        "UTC",
                        "startsAt",
                        day + "T09:00",
                        "endsAt",
                        day + "T17:00",
                        "topics",
                        List.of(event()))));
    }

    private String event() {
        return "bench-" + run;
    }

    private String eventName() {
        return "Benchmark Day " + run;
    }

    private String customer(int n) {
        return "bench-" + run + "-" + n;
    }

    private long turn(int n) {
        Map<String, Object> line = new HashMap<>();
        line.put("text", "Invite " + customer(n) + " to " + eventName());
        long asked = System.nanoTime();
        Api.Answer answer = api.post("/api/chat", line);
        long took = System.nanoTime() - asked;
        require(answer);
        String status = answer.body().path("invitations").path(0).path("status").asString("");
        if (!status.equals("DRAFTED")) {
            throw new IllegalStateException("no draft in the answer: " + answer.text());
        }
        return took;
    }

    private static void require(Api.Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("answered " + answer.status() + ": " + answer.text());
        }
    }
}
