package dev.usher.delivery.web;

import dev.usher.delivery.Answer;
import dev.usher.delivery.OutsideAnswers;
import dev.usher.delivery.Reading;
import dev.usher.delivery.Reception;
import dev.usher.delivery.Records;
import dev.usher.rest.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Who came: a list in JSON or CSV, in one piece or several. The same line again changes nothing. */
@RestController
class AttendanceDoor {

    private final OutsideAnswers answers;
    private final Records records;

    AttendanceDoor(OutsideAnswers answers, Records records) {
        this.answers = answers;
        this.records = records;
    }

    /** What was taken, and which lines were not and why. */
    record Report(int accepted, List<Refused> refused) {}

    /** @param line 1 for the first */
    record Refused(int line, String field, String why) {}

    @PostMapping(path = "/api/events/{id}/attendance", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Report> json(@PathVariable String id, @RequestBody JsonNode body) {
        return take(id, AttendanceList.of(body));
    }

    @PostMapping(path = "/api/events/{id}/attendance", consumes = "text/csv")
    Mono<Report> csv(@PathVariable String id, @RequestBody String body) {
        return take(id, AttendanceList.of(body));
    }

    private Mono<Report> take(String eventId, List<AttendanceList.Line> lines) {
        return records.event(eventId)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("event " + eventId)))
                .flatMap(_ -> take(eventId, lines, new Reading()))
                .map(AttendanceDoor::report);
    }

    private Mono<List<Optional<Refused>>> take(String eventId, List<AttendanceList.Line> lines, Reading reading) {
        return Flux.fromIterable(lines)
                .concatMap(line -> one(eventId, line, reading))
                .collectList();
    }

    private Mono<Optional<Refused>> one(String eventId, AttendanceList.Line line, Reading reading) {
        if (!line.why().isEmpty()) {
            return Mono.just(Optional.of(new Refused(line.number(), line.field(), line.why())));
        }
        return answers.take(eventId, line.who(), new Answer.Seen(line.attended()), "ATTENDANCE_LIST", reading)
                .map(result -> switch (result) {
                    case OutsideAnswers.Result.Taken taken -> closed(line, taken.answered());
                    case OutsideAnswers.Result.NoEvent _, OutsideAnswers.Result.NoGuest _ ->
                        Optional.of(new Refused(line.number(), "email", "nobody is known by it"));
                });
    }

    private static Optional<Refused> closed(AttendanceList.Line line, Reception.Answered answered) {
        return Optional.ofNullable(answered.closed()).map(why -> new Refused(line.number(), "attended", why));
    }

    private static Report report(List<Optional<Refused>> lines) {
        List<Refused> refused = new ArrayList<>();
        lines.forEach(line -> line.ifPresent(refused::add));
        return new Report(lines.size() - refused.size(), refused);
    }
}
