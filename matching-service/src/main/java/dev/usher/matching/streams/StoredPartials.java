package dev.usher.matching.streams;

import dev.usher.matching.Partial;
import dev.usher.matching.Partials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Partials by question and partition. */
final class StoredPartials implements Partials {

    private static final String PART = "\u0000";

    private final KeyValueStore<String, Partial> store;

    StoredPartials(KeyValueStore<String, Partial> store) {
        this.store = store;
    }

    @Override
    public Optional<Partial> find(String question, int partition) {
        return Optional.ofNullable(store.get(question + PART + partition));
    }

    @Override
    public void put(Partial partial) {
        store.put(partial.question().id() + PART + partial.partition(), partial);
    }

    @Override
    public List<Partial> of(String question) {
        List<Partial> found = new ArrayList<>();
        try (KeyValueIterator<String, Partial> all = store.prefixScan(question + PART, new StringSerializer())) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    @Override
    public void forgetOlderThan(Instant time) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, Partial> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Partial> entry = all.next();
                if (entry.value.at().isBefore(time)) {
                    old.add(entry.key);
                }
            }
        }
        old.forEach(store::delete);
    }
}
