package dev.usher.gmail.post;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a mailbox knows of a mail without reading its bytes.
 *
 * @param id Gmail's id, 16 hex digits, of this mailbox only
 * @param historyId of the last change to this message
 * @param messageId the {@code Message-ID} header, or empty
 * @param subject without {@code Re:} and the like, for threading
 */
public record Message(
        String id,
        String threadId,
        List<String> labels,
        long historyId,
        Instant at,
        Blob raw,
        String messageId,
        String subject) {

    public boolean has(String label) {
        return labels.contains(label);
    }

    Message relabelled(Collection<String> added, Collection<String> removed, long newHistoryId) {
        var kept = labels.stream().filter(label -> !removed.contains(label));
        var now = Stream.concat(kept, added.stream()).distinct().toList();
        return new Message(id, threadId, now, newHistoryId, at, raw, messageId, subject);
    }
}
