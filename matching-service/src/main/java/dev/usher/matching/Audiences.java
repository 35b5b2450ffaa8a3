package dev.usher.matching;

import reactor.core.publisher.Mono;

/** Audiences that were asked for. */
public interface Audiences {

    /** The question known under this id: this one if it is new. */
    Mono<Question> remember(String id, Question question);

    Mono<Question> find(String id);
}
