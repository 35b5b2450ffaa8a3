package dev.usher.matching.streams;

import dev.usher.matching.Offer;
import dev.usher.matching.Offers;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Offers by event, customer and mail. No id holds a NUL (the doors refuse it), so it parts them. */
final class StoredOffers implements Offers {

    private static final String PART = "\u0000";

    private final KeyValueStore<String, Offer> store;
    private final Spent spent;

    StoredOffers(KeyValueStore<String, Offer> store, Spent spent) {
        this.store = store;
        this.spent = spent;
    }

    @Override
    public void put(Offer offer) {
        spent.renew(store, key(offer));
        store.put(key(offer), offer);
    }

    @Override
    public List<Offer> of(String eventId) {
        return under(eventId + PART);
    }

    @Override
    public List<Offer> of(String eventId, String customerId) {
        return under(eventId + PART + customerId + PART);
    }

    @Override
    public void remove(Offer offer) {
        spent.add(store, key(offer));
    }

    /** Customers are seldom erased: it may read all offers for that. */
    @Override
    public void forget(String customerId) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, Offer> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Offer> entry = all.next();
                if (entry.value.customerId().equals(customerId)) {
                    keys.add(entry.key);
                }
            }
        }
        keys.forEach(store::delete);
    }

    private List<Offer> under(String prefix) {
        List<Offer> found = new ArrayList<>();
        try (KeyValueIterator<String, Offer> entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> found.add(entry.value));
        }
        found.removeIf(offer -> spent.has(store, key(offer)));
        return found;
    }

    private static String key(Offer offer) {
        return String.join(
                PART,
                offer.eventId(),
                offer.customerId(),
                offer.mail().kind().name(),
                Integer.toString(offer.mail().number()));
    }
}
