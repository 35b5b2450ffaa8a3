package dev.usher.matching.streams;

import dev.usher.matching.Stale;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The ids of customers who changed. */
final class StoredStale implements Stale {

    private final KeyValueStore<String, String> store;

    StoredStale(KeyValueStore<String, String> store) {
        this.store = store;
    }

    @Override
    public void mark(String customerId) {
        store.put(customerId, "");
    }

    @Override
    public List<String> take(int atMost) {
        List<String> taken = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = store.all()) {
            while (entries.hasNext() && taken.size() < atMost) {
                taken.add(entries.next().key);
            }
        }
        taken.forEach(store::delete);
        return taken;
    }
}
