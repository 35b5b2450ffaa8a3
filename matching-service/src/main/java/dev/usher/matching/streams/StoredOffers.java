package dev.usher.matching.streams;

import dev.usher.matching.Offer;
import dev.usher.matching.Offers;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Offers by event, customer and mail. No id holds a NUL (the doors refuse it), so it parts them. */
final class StoredOffers implements Offers {

    private static final String PART = "\u0000";

    private final KeyValueStore<String, Offer> store;

    StoredOffers(KeyValueStore<String, Offer> store) {
        this.store = store;
    }

    @Override
    public void put(Offer offer) {
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
        store.delete(key(offer));
    }

    private List<Offer> under(String prefix) {
        List<Offer> found = new ArrayList<>();
        try (KeyValueIterator<String, Offer> entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> found.add(entry.value));
        }
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
