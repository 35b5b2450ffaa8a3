package dev.usher.gmail.post;

import org.jspecify.annotations.Nullable;

/**
 * A mailbox at a glance.
 *
 * @param last the newest message, or null in an empty mailbox
 */
public record Summary(
        String user, int unread, int drafts, @Nullable Message last) {}
