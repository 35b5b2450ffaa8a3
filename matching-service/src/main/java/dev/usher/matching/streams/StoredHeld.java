package dev.usher.matching.streams;

import dev.usher.matching.Held;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What waits, by message id. */
final class StoredHeld implements Held {

    private final KeyValueStore<String, Waiting> store;

    StoredHeld(KeyValueStore<String, Waiting> store) {
        this.store = store;
    }

    @Override
    public void keep(Waiting waiting) {
        store.putIfAbsent(waiting.id(), waiting);
    }

    @Override
    public List<Waiting> all() {
        List<Waiting> all = new ArrayList<>();
        try (KeyValueIterator<String, Waiting> entries = store.all()) {
            entries.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    @Override
    public void release(Waiting waiting) {
        store.delete(waiting.id());
    }
}
