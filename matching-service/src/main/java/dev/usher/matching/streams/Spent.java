package dev.usher.matching.streams;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Entries that were answered. What is said and what is deleted reach the broker one by one, and a crash in between would
 * keep the deletion and lose the word. So an entry stays in its store until its answer is committed, and only this memory
 * of the task knows that it is spent: whoever comes after a crash finds it, and says the same again under the same id.
 */
final class Spent {

    private record Entry(KeyValueStore<String, ?> store, String key) {}

    private final Set<Entry> said = new HashSet<>();
    private final Set<Entry> committed = new HashSet<>();

    void add(KeyValueStore<String, ?> store, String key) {
        said.add(new Entry(store, key));
    }

    boolean has(KeyValueStore<String, ?> store, String key) {
        Entry entry = new Entry(store, key);
        return said.contains(entry) || committed.contains(entry);
    }

    /** There is something new to be said of it. */
    void renew(KeyValueStore<String, ?> store, String key) {
        Entry entry = new Entry(store, key);
        said.remove(entry);
        committed.remove(entry);
    }

    /**
     * Deletes what was said before the last call.
     *
     * @param commit asks for a commit, to take place before the next call
     */
    void settle(Runnable commit) {
        committed.forEach(entry -> entry.store().delete(entry.key()));
        committed.clear();
        if (!said.isEmpty()) {
            committed.addAll(said);
            said.clear();
            commit.run();
        }
    }
}
