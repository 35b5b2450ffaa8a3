package dev.usher.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Matching's word on one customer and one event.
 *
 * @param contactId contact wished for; null = we choose
 * @param why reason when not MATCHED
 * @param invitationId the invitation that waits for this answer; null for automatic triggers
 * @param rankOfCsm place among the customers of the same CSM, 1 = best; 0 = not ranked
 */
public record Candidate(
        String eventId,
        String customerId,
        @Nullable String contactId,
        MailKind kind,
        int number,
        Verdict verdict,
        @Nullable String why,
        Match match,
        Reason reason,
        @Nullable String invitationId,
        int rankOfCsm,
        Instant at) {

    /** What matching decided. */
    public enum Verdict {
        MATCHED,
        WITHDRAWN,
        REFUSED
    }

    Occasion occasion() {
        return new Occasion(eventId, customerId, contactId, kind, number);
    }
}
