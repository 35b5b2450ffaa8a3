package dev.usher.delivery;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accepted mails, and what came back to them; each method joins the caller's transaction. */
public interface SentMails {

    /** The newest accepted mail from this mailbox to this guest that a person approved, to be answered. Empty = none. */
    Mono<Envelopes.Earlier> earlier(Guest guest, String mailbox);

    /** Accepted mails whose real Message-ID is not known yet. */
    Flux<Unread> unread(Instant since, int limit);

    Mono<Void> learn(long id, String messageId);

    /** The accepted mail that these Message-IDs, or this thread, belong to; locked. */
    Mono<Delivery> answered(String mailbox, Collection<String> messageIds, String threadId);

    /** Notes what came back, unless that or something stronger is noted. */
    Mono<Boolean> note(Delivery delivery, Outcome answer, Instant now);

    /** Accepted mails whose silence is over its time and that nothing came back for; locked. */
    Flux<Delivery> silent(Instant now, int limit);

    /** An accepted mail to be read back. */
    record Unread(long id, String mailbox, String gmailId) {}
}
