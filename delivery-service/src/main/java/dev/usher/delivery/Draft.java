package dev.usher.delivery;

/**
 * A draft in the mailbox.
 *
 * @param historyId the mailbox's history as it was before the draft
 */
public record Draft(String id, String threadId, String historyId) {}
