package dev.usher.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A mail on its way, as a worker claimed it.
 *
 * @param mailbox address of the mailbox it goes from
 * @param raw the message's bytes in base64url, built once; empty for a refused one
 * @param attempts set-backs so far, for the back-off
 * @param lease the claim under which this copy may be changed; empty = none
 * @param replyTo thread of an earlier mail that this one continues; null = a thread of its own
 */
public record Delivery(
        long id,
        MailId mail,
        Guest guest,
        String mailbox,
        int revision,
        String contentHash,
        State state,
        @Nullable Draft draft,
        String raw,
        int attempts,
        String lease,
        @Nullable String replyTo) {

    Delivery with(Draft kept) {
        return new Delivery(
                id, mail, guest, mailbox, revision, contentHash, state, kept, raw, attempts, lease, replyTo);
    }

    Delivery in(State next) {
        return new Delivery(
                id, mail, guest, mailbox, revision, contentHash, next, draft, raw, attempts, lease, replyTo);
    }
}
