package dev.usher.matching.streams;

import dev.usher.matching.Held;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What waits, by message id. */
final class StoredHeld implements Held {

    private final KeyValueStore<String, Waiting> store;
    private final Spent spent;

    StoredHeld(KeyValueStore<String, Waiting> store, Spent spent) {
        this.store = store;
        this.spent = spent;
    }

    @Override
    public void keep(Waiting waiting) {
        if (spent.has(store, waiting.id())) {
            spent.renew(store, waiting.id());
            store.put(waiting.id(), waiting);
        } else {
            store.putIfAbsent(waiting.id(), waiting);
        }
    }

    @Override
    public List<Waiting> all() {
        List<Waiting> all = new ArrayList<>();
        try (KeyValueIterator<String, Waiting> entries = store.all()) {
            entries.forEachRemaining(entry -> all.add(entry.value));
        }
        all.removeIf(waiting -> spent.has(store, waiting.id()));
        return all;
    }

    @Override
    public void release(Waiting waiting) {
        spent.add(store, waiting.id());
    }

    @Override
    public void forget(Waiting waiting) {
        store.delete(waiting.id());
    }
}
