package dev.usher.invitation.web;

import dev.usher.invitation.Changes;
import dev.usher.rest.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The live stream of every change. */
@RestController
class StreamController {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Changes changes;

    StreamController(Changes changes) {
        this.changes = changes;
    }

    @GetMapping(path = "/api/invitations/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Changes.Told>> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        return last == null || last.isBlank() ? changes.here().flatMapMany(this::from) : from(last.strip());
    }

    private Flux<ServerSentEvent<Changes.Told>> from(String here) {
        ServerSentEvent<Changes.Told> first = ServerSentEvent.<Changes.Told>builder()
                .id(here)
                .comment("connected")
                .build();
        return told(here)
                .publish(told -> Flux.merge(told, alive().takeUntilOther(told.ignoreElements())))
                .startWith(first);
    }

    private Flux<ServerSentEvent<Changes.Told>> told(String from) {
        try {
            return changes.since(from)
                    .map(told -> ServerSentEvent.builder(told).id(told.place()).build());
        } catch (IllegalArgumentException foreign) {
            throw Problem.badRequest("Last-Event-ID", "is no id of this stream");
        }
    }

    private static Flux<ServerSentEvent<Changes.Told>> alive() {
        return Flux.interval(SIGN_OF_LIFE)
                .map(tick ->
                        ServerSentEvent.<Changes.Told>builder().comment("alive").build());
    }
}
