package dev.usher.gmail.post;

import java.util.List;

/**
 * An entry of a mailbox's history, as {@code history.list} tells it.
 *
 * @param messageLabels all labels that the message had then
 * @param labels what was added or removed; empty for a message that came or went
 */
public record Happened(
        long id, Kind kind, String messageId, String threadId, List<String> messageLabels, List<String> labels) {

    /** The names are Gmail's {@code historyTypes}. */
    public enum Kind {
        messageAdded,
        messageDeleted,
        labelAdded,
        labelRemoved
    }
}
