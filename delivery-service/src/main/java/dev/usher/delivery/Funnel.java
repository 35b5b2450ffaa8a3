package dev.usher.delivery;

import reactor.core.publisher.Mono;

/** Counts the steps that other services take before a mail is approved; each joins the caller's transaction. */
public interface Funnel {

    /** A customer was matched to the event; again counts once. */
    Mono<Void> matched(String eventId, String customerId);

    /** A draft was made; a new revision counts once. */
    Mono<Void> drafted(String eventId, String invitationId);
}
