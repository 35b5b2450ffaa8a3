package dev.usher.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Delivery was asked to give an approved mail back.
 *
 * @param rewrite whether a new draft takes its place once it is back; otherwise the invitation ends
 * @param tooLate delivery's words where it has begun to send; null = it has not answered. It may come back even then: a
 *     mailbox puts a mail off
 */
public record Recall(
        String who, String why, boolean rewrite, @Nullable String tooLate) {

    /** With delivery's answer, where these words are one. */
    Recall answered(@Nullable String words) {
        return words != null && words.startsWith("too late") ? new Recall(who, why, rewrite, words) : this;
    }
}
