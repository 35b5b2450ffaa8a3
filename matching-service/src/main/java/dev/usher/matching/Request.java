package dev.usher.matching;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for one pair of event and customer to be explained.
 *
 * @param id message id
 * @param contactId contact wished for; null = the best one
 * @param invitationId the invitation that waits for the answer; null where none exists yet
 */
public record Request(
        String id,
        String eventId,
        String customerId,
        @Nullable String contactId,
        Mail mail,
        Trigger reason,
        @Nullable String invitationId,
        String requestedBy,
        @Nullable String note) {}
