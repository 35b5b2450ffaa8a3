package dev.usher.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A mail as a person approved it, or as a service mail was built.
 *
 * @param sender the mailbox it goes from
 * @param senderName display name; null = none
 * @param recipientName display name; null = none
 * @param eventVersion version of the event it speaks of
 */
public record Content(
        String recipient,
        @Nullable String recipientName,
        String sender,
        @Nullable String senderName,
        int eventVersion,
        String subject,
        String html,
        String text) {}
