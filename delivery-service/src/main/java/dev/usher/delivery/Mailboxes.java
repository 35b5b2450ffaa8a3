package dev.usher.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Gmail as we use it. Each method is one call, bounded in time, never repeated by itself. A failure arrives as
 * {@link MailboxException}.
 */
public interface Mailboxes {

    /** The mailbox's newest history id. */
    Mono<String> historyId(String mailbox);

    /** Puts the message among the drafts. @param thread to continue; null = a new one */
    Mono<Draft> draft(String mailbox, String raw, @Nullable String thread, String historyId);

    /** Sends the draft with these bytes, whatever was edited in it meanwhile; answers the message's id. */
    Mono<String> send(String mailbox, Draft draft, String raw);

    /** True while the draft is there, that is: unsent. */
    Mono<Boolean> holds(String mailbox, Draft draft);

    /** Deletes a draft; false where it was gone already. */
    Mono<Boolean> discard(String mailbox, String draftId);

    /** Ids of drafts whose header has this whole value. */
    Mono<List<String>> draftsMarked(String mailbox, String header, String mark);

    /** Id of the sent message whose header has this whole value: asks the draft's thread, then the history. Empty = none. */
    Mono<String> findSent(String mailbox, Draft draft, String header, String mark);

    /** The Message-ID that the message really bears. Empty where it shows none. */
    Mono<String> messageId(String mailbox, String gmailId);

    /** Sends at once what no approval stands behind: a test to the mailbox's own owner. */
    Mono<String> sendTest(String mailbox, String raw);

    /** What came in since this history id, one page of it. */
    Mono<Post> since(String mailbox, String historyId);

    /** Mail that came in, and how far we have read. @param more true where there is another page from there on */
    record Post(String historyId, List<Incoming> incoming, boolean more) {}

    /**
     * A message that came in.
     *
     * @param references the Message-IDs it answers to
     * @param auto true for out-of-office and the like (RFC 3834)
     * @param failed true for a delivery status notification that reports a failure (RFC 3464)
     * @param lasting true for a failure that trying again will not mend (RFC 3463, class 5)
     */
    record Incoming(
            String gmailId,
            String threadId,
            String from,
            List<String> references,
            boolean auto,
            boolean failed,
            boolean lasting) {}
}
