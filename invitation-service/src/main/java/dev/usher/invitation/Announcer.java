package dev.usher.invitation;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells the other services what happened here, in the caller's transaction. */
public interface Announcer {

    /** Asks matching to explain the pair. */
    Mono<Void> request(Invitation invitation, @Nullable String note);

    /** A draft of this revision waits for a person. */
    Mono<Void> draft(Invitation invitation);

    /** APPROVED, with the content; REJECTED, WITHDRAWN, REFUSED or EXPIRED, with the reason. */
    Mono<Void> decision(Invitation invitation, Status decision, Change change);
}
