package dev.usher.matching.web;

import dev.usher.matching.Agendas;
import dev.usher.matching.Asking;
import dev.usher.matching.Asking.Answer;
import dev.usher.matching.Question;
import dev.usher.matching.Question.Wanted;
import dev.usher.matching.Rankings.Place;
import dev.usher.matching.Relevant;
import dev.usher.matching.Weights;
import dev.usher.rest.Cursor;
import dev.usher.rest.Items;
import dev.usher.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who fits an event, and by which weights. */
@RestController
class RankingDoor {

    private final Asking asking;
    private final Agendas agendas;

    RankingDoor(Asking asking, Agendas agendas) {
        this.asking = asking;
        this.agendas = agendas;
    }

    /** What an audience may ask for; everything may be missing. */
    record AudienceForm(
            @DecimalMin("0") @DecimalMax("1") @Nullable Double minScore,
            @Min(1) @Max(10_000) @Nullable Integer limit,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String role) {}

    /** @param missing what the ranking lacks, in words; empty = it is whole */
    record Ranking(List<Relevant> items, @Nullable String nextCursor, List<String> missing) {

        static Ranking of(Items<Relevant> page, List<String> missing) {
            return new Ranking(page.items(), page.nextCursor(), missing);
        }
    }

    /** An audience that takes longer. */
    record Underway(String id, String status, URI location) {}

    @GetMapping("/api/events/{id}/relevant-customers")
    Mono<Ranking> relevant(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit,
            @RequestParam(defaultValue = "0") @DecimalMin("0") @DecimalMax("1") double minScore,
            @RequestParam(required = false) @Nullable String cursor) {
        return asking.relevant(id, minScore, after(cursor), limit + 1).map(answer -> switch (answer) {
            case Answer.Complete(List<Relevant> best, List<String> missing) ->
                Ranking.of(Items.page(best, limit, RankingDoor::cursor), missing);
            default -> throw Problem.notFound("event " + id);
        });
    }

    @PostMapping("/api/events/{id}/audience")
    Mono<ResponseEntity<?>> audience(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody @Valid AudienceForm form) {
        String audience = IdempotencyKey.id(key, "audience", id);
        Question question = Question.audience(
                audience,
                id,
                form.minScore() == null ? 0 : form.minScore(),
                form.limit() == null ? 200 : form.limit(),
                wanted(form));
        return asking.audience(audience, question).map(answer -> told(answer, id));
    }

    private static Wanted wanted(AudienceForm form) {
        Fields fields = new Fields();
        Wanted wanted = new Wanted(
                fields.line("industry", form.industry()),
                fields.line("region", form.region()),
                fields.line("role", form.role()));
        if (!fields.errors().isEmpty()) {
            throw Problem.badRequest(fields.errors());
        }
        return wanted;
    }

    @GetMapping("/api/audiences/{id}")
    Mono<ResponseEntity<?>> audience(@PathVariable String id) {
        return asking.audience(id).map(answer -> told(answer, ""));
    }

    @GetMapping("/api/matching/weights")
    Weights weights() {
        return agendas.weights();
    }

    private static ResponseEntity<?> told(Answer answer, String eventId) {
        return switch (answer) {
            case Answer.Complete(List<Relevant> best, List<String> missing) -> {
                if (!missing.isEmpty()) {
                    throw Problem.unavailable("Not every part could be asked: " + String.join("; ", missing));
                }
                yield ResponseEntity.ok(Items.all(best));
            }
            case Answer.Pending(String id) -> {
                URI location = URI.create("/api/audiences/" + id);
                yield ResponseEntity.status(HttpStatus.ACCEPTED)
                        .location(location)
                        .body(new Underway(id, "RUNNING", location));
            }
            case Answer.UnknownEvent() -> throw Problem.notFound("event " + eventId);
            case Answer.UnknownAudience() -> throw Problem.notFound("such audience");
            case Answer.Cancelled() -> throw Problem.conflict("The event was cancelled.");
            case Answer.OtherQuestion() -> throw IdempotencyKey.usedForSomethingElse();
        };
    }

    private static @Nullable Place after(@Nullable String cursor) {
        List<String> key = Cursor.decode(cursor, 2);
        try {
            return key.isEmpty() ? null : new Place(Double.parseDouble(key.getFirst()), key.getLast());
        } catch (NumberFormatException foreign) {
            throw Problem.badRequest("cursor", "is not a nextCursor of this list");
        }
    }

    private static String cursor(Relevant last) {
        return Cursor.encode(Double.toString(last.score()), last.customerId());
    }
}
