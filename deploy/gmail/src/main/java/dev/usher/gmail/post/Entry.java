package dev.usher.gmail.post;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** The changes of one operation, gathered before they are written; all of them share at most one mail. */
final class Entry {
    private final List<Change> changes = new ArrayList<>(4);
    private final Blob blob;
    private long historyId;

    Entry(long historyId, Blob blob) {
        this.historyId = historyId;
        this.blob = blob;
    }

    /** Adds a change under the next history id. */
    <C extends Change> C add(LongFunction<C> change) {
        var made = change.apply(++historyId);
        changes.add(made);
        return made;
    }

    /** Where this operation's mail will lie. */
    Blob blob() {
        return blob;
    }

    List<Change> changes() {
        return changes;
    }
}
