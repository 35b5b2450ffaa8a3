package dev.usher.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A mail on its way, as a worker claimed it.
 *
 * @param eventVersion version of the event it speaks of; 0 = not kept
 * @param mailbox address of the mailbox it goes from
 * @param raw the message's bytes in base64url, built once; empty for a refused one
 * @param attempts set-backs so far, for the back-off
 * @param lease the claim under which this copy may be changed; empty = none
 * @param replyTo thread of an earlier mail that this one continues; null = a thread of its own
 * @param messageId the real Message-ID; null until it was read back
 */
public record Delivery(
        long id,
        MailId mail,
        Guest guest,
        String mailbox,
        int revision,
        int eventVersion,
        String contentHash,
        State state,
        @Nullable Draft draft,
        String raw,
        int attempts,
        String lease,
        @Nullable String replyTo,
        @Nullable String messageId) {

    Delivery with(Draft kept) {
        return new Delivery(
                id,
                mail,
                guest,
                mailbox,
                revision,
                eventVersion,
                contentHash,
                state,
                kept,
                raw,
                attempts,
                lease,
                replyTo,
                messageId);
    }

    Delivery in(State next) {
        return next(next, messageId);
    }

    Delivery accepted(@Nullable String realMessageId) {
        return next(State.ACCEPTED, realMessageId);
    }

    private Delivery next(State next, @Nullable String realMessageId) {
        return new Delivery(
                id,
                mail,
                guest,
                mailbox,
                revision,
                eventVersion,
                contentHash,
                next,
                draft,
                raw,
                attempts,
                lease,
                replyTo,
                realMessageId);
    }
}
