package dev.usher.catalog;

import reactor.core.publisher.Mono;

/** What was answered to announcements that came with an idempotency key, so that a repeated one is answered alike. */
public interface Answers {

    /**
     * Takes the key for this announcement, in the caller's transaction; waits while a rival holds it.
     *
     * @return false = the key was taken before
     */
    Mono<Boolean> take(String key, Announcement said);

    /** Keeps what the taken key led to. */
    Mono<Void> keep(String key, Event answer);

    /** The answer kept under a taken key. */
    Mono<Answer> find(String key, Announcement said);

    /**
     * @param sameQuestion whether the announcement is the one the key was taken for
     * @param event as it was when it was answered
     */
    record Answer(boolean sameQuestion, Event event) {}
}
