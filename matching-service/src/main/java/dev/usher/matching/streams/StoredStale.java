package dev.usher.matching.streams;

import dev.usher.matching.Stale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The ids of customers who changed, each with what changed it last. */
final class StoredStale implements Stale {

    /** What a record brought about is said later, when a clock ticks. */
    record Change(@Nullable String trigger, String traceparent) {}

    private final KeyValueStore<String, Change> store;
    private final Spent spent;
    private final Supplier<Marks> heard;

    /** @param heard the marks of the record that is handled */
    StoredStale(KeyValueStore<String, Change> store, Spent spent, Supplier<Marks> heard) {
        this.store = store;
        this.spent = spent;
        this.heard = heard;
    }

    @Override
    public void mark(String customerId) {
        Marks marks = heard.get();
        spent.renew(store, customerId);
        store.put(customerId, new Change(marks.trigger(), marks.cause().traceparent()));
    }

    @Override
    public List<String> take(int atMost) {
        List<String> taken = new ArrayList<>();
        try (KeyValueIterator<String, Change> entries = store.all()) {
            while (entries.hasNext() && taken.size() < atMost) {
                String customerId = entries.next().key;
                if (!spent.has(store, customerId)) {
                    taken.add(customerId);
                }
            }
        }
        taken.forEach(customerId -> spent.add(store, customerId));
        return taken;
    }

    /** What changed this customer, as far as it is remembered. */
    Marks changeOf(String customerId) {
        Change change = store.get(customerId);
        return change == null ? Marks.ofClock() : Marks.remembered(change.trigger(), change.traceparent());
    }
}
