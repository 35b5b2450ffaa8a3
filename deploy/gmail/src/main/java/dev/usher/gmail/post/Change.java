package dev.usher.gmail.post;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What can happen to a mailbox; the journal holds nothing else. The changes of one operation share a frame of the journal,
 * so that all or none of them survive a kill.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = Change.Added.class, name = "added"),
    @JsonSubTypes.Type(value = Change.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = Change.Relabelled.class, name = "relabelled"),
    @JsonSubTypes.Type(value = Change.DraftPut.class, name = "draft-put"),
    @JsonSubTypes.Type(value = Change.DraftGone.class, name = "draft-gone"),
    @JsonSubTypes.Type(value = Change.HistoryForgotten.class, name = "history-forgotten"),
})
public sealed interface Change {
    /** The owner's e-mail address, in lower case. */
    String user();

    /** Rises by one with every change, over all mailboxes. */
    long historyId();

    record Opened(String user, long historyId) implements Change {}

    record Added(String user, long historyId, Message message) implements Change {}

    record Removed(String user, long historyId, String id) implements Change {}

    record Relabelled(String user, long historyId, String id, List<String> added, List<String> removed)
            implements Change {}

    /** The draft now shows this message: made, or edited. */
    record DraftPut(String user, long historyId, String draftId, String messageId) implements Change {}

    record DraftGone(String user, long historyId, String draftId) implements Change {}

    /** Gmail keeps history for about a week; from here on, older ids answer 404. */
    record HistoryForgotten(String user, long historyId) implements Change {}
}
