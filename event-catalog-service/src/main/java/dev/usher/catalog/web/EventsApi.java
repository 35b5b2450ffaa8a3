package dev.usher.catalog.web;

import dev.usher.catalog.Announcement;
import dev.usher.catalog.Announcing;
import dev.usher.catalog.Announcing.IfKnown;
import dev.usher.catalog.AnnouncingOnce;
import dev.usher.catalog.Event;
import dev.usher.catalog.Events;
import dev.usher.catalog.Outcome;
import dev.usher.catalog.Outcome.Published;
import dev.usher.catalog.Outcome.Refused;
import dev.usher.catalog.Outcome.Unchanged;
import dev.usher.rest.Problem;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Marketing's door over HTTP: one event at a time. */
@RestController
@RequestMapping("/api/events")
class EventsApi {

    private final Announcing announcing;
    private final AnnouncingOnce once;
    private final Events events;

    EventsApi(Announcing announcing, AnnouncingOnce once, Events events) {
        this.announcing = announcing;
        this.once = once;
        this.events = events;
    }

    @PostMapping
    Mono<ResponseEntity<EventAnswer>> announce(
            @RequestBody Announcement said,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return (key == null ? announcing.announce(said, IfKnown.REFUSE) : once.announce(usable(key), said))
                .map(EventsApi::event)
                .map(event -> tagged(ResponseEntity.created(location(event)), event));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<EventAnswer>> show(@PathVariable String id) {
        return events.find(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("event '" + id + "'")))
                .map(EventsApi::ok);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<EventAnswer>> change(
            @PathVariable String id,
            @RequestBody Announcement said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return announcing
                .change(id, said, VersionTag.expected(ifMatch))
                .map(EventsApi::event)
                .map(EventsApi::ok);
    }

    /** What may be said with a cancellation. */
    record Cancellation(@Nullable String why) {}

    @PostMapping("/{id}/cancel")
    Mono<ResponseEntity<EventAnswer>> cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Cancellation said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return announcing
                .cancel(id, said == null ? null : said.why(), VersionTag.expected(ifMatch))
                .map(EventsApi::event)
                .map(EventsApi::ok);
    }

    private static Event event(Outcome outcome) {
        return switch (outcome) {
            case Published(Event event) -> event;
            case Unchanged(Event event) -> event;
            case Refused(var refusal) -> throw Refusals.problem(refusal);
        };
    }

    private static ResponseEntity<EventAnswer> ok(Event event) {
        return tagged(ResponseEntity.ok(), event);
    }

    private static ResponseEntity<EventAnswer> tagged(ResponseEntity.BodyBuilder answer, Event event) {
        return answer.eTag(VersionTag.of(event)).body(EventAnswer.of(event));
    }

    private static URI location(Event event) {
        return UriComponentsBuilder.fromPath("/api/events/{id}").build(event.id());
    }

    private static String usable(String key) {
        if (key.isBlank() || key.length() > 255) {
            throw Problem.badRequest("Idempotency-Key", "must have 1 to 255 characters");
        }
        return key;
    }
}
