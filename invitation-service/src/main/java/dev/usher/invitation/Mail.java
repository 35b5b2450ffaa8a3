package dev.usher.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Exactly what is approved and sent.
 *
 * @param recipient one addr-spec
 * @param sender the CSM's mailbox; empty = nobody can send it yet
 * @param eventVersion version of the event it was written from
 */
public record Mail(
        String recipient,
        @Nullable String recipientName,
        String sender,
        @Nullable String senderName,
        int eventVersion,
        String subject,
        String html,
        String text) {}
