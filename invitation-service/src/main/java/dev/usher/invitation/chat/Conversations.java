package dev.usher.invitation.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Conversations and their lines, kept over restarts. */
public interface Conversations {

    /**
     * One thing that was said.
     *
     * @param reply null for what the CSM said
     */
    record Line(
            Instant at,
            String saidBy,
            String text,
            @Nullable Reply reply) {}

    /** Begins one. */
    Mono<Void> begin(String id, Talk talk, Instant at);

    /** What it remembers; empty = there is no such conversation. */
    Mono<Talk> find(String id);

    /** What was said and answered, and what it remembers from now on. */
    Mono<Void> save(String id, Talk talk, List<Line> lines);

    /** Everything said, oldest first. */
    Flux<Line> lines(String id);
}
