package dev.usher.delivery.web;

import dev.usher.delivery.Histories.Line;
import dev.usher.delivery.Records;
import dev.usher.rest.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of a customer's invitations, and of an event's. */
@RestController
class HistoryDoor {

    private static final List<String> STEPS = List.of(
            "matched",
            "drafted",
            "approved",
            "accepted",
            "registered",
            "waitlisted",
            "attended",
            "no_show",
            "declined",
            "cancelled",
            "no_response",
            "replied",
            "bounced",
            "unsubscribed",
            "needs_human",
            "refused",
            "withdrawn");

    private final Records records;

    HistoryDoor(Records records) {
        this.records = records;
    }

    record History(List<Line> entries, Map<String, Count> byType, String customerId) {}

    record Count(int invited, int registered, int attended) {

        static Count of(List<Line> lines) {
            return new Count(
                    (int) lines.stream().filter(Line::invited).count(),
                    (int) lines.stream().filter(line -> registered(line)).count(),
                    (int) lines.stream()
                            .filter(line -> Boolean.TRUE.equals(line.attended()))
                            .count());
        }

        private static boolean registered(Line line) {
            return line.registration() != null
                    && List.of("REGISTERED", "ATTENDED", "NO_SHOW").contains(line.registration());
        }
    }

    @GetMapping("/api/customers/{id}/event-history")
    Mono<History> history(@PathVariable String id) {
        return records.of(id)
                .map(lines -> new History(lines, byType(lines), id))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("customer " + id)));
    }

    private static Map<String, Count> byType(List<Line> lines) {
        Map<String, Count> counts = new TreeMap<>();
        lines.stream()
                .map(Line::eventType)
                .filter(type -> type != null)
                .distinct()
                .forEach(type -> counts.put(
                        type,
                        Count.of(lines.stream()
                                .filter(line -> type.equals(line.eventType()))
                                .toList())));
        return counts;
    }

    /** Everyone still with a seat, or who came, counts as registered. */
    @GetMapping("/api/events/{id}/funnel")
    Mono<Map<String, Object>> funnel(@PathVariable String id) {
        return records.funnel(id)
                .map(counts -> steps(id, counts))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("event " + id)));
    }

    private static Map<String, Object> steps(String id, Map<String, Integer> counts) {
        Map<String, Object> funnel = new LinkedHashMap<>();
        funnel.put("eventId", id);
        STEPS.forEach(step -> funnel.put(camel(step), counts.getOrDefault(step, 0)));
        funnel.put(
                "registered",
                counts.getOrDefault("registered", 0)
                        + counts.getOrDefault("attended", 0)
                        + counts.getOrDefault("no_show", 0));
        return funnel;
    }

    private static String camel(String step) {
        int at = step.indexOf('_');
        return at < 0
                ? step
                : step.substring(0, at) + Character.toUpperCase(step.charAt(at + 1)) + step.substring(at + 2);
    }
}
