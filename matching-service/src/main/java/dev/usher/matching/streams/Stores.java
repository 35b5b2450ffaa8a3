package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.matching.Event;
import dev.usher.matching.Held.Waiting;
import dev.usher.matching.Offer;
import dev.usher.matching.Partial;
import dev.usher.matching.Partition;
import dev.usher.matching.Stale;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of a task and the faces they have at the top. */
final class Stores {

    /** Changelogs take what the topics take. */
    private static final Map<String, String> LARGE =
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Names.LARGEST));

    private Stores() {}

    /** Those that meet the customers. */
    static List<StoreBuilder<?>> ofPartition() {
        return List.of(
                large(Names.BOOK_STORE, StoredBook.Entry.class),
                small(Names.EVENTS_STORE, Json.serde(Event.class)),
                small(Names.HELD_STORE, Json.serde(Waiting.class)),
                large(Names.OFFERS_STORE, Offer.class),
                small(Names.STALE_STORE, Json.serde(StoredStale.Change.class)));
    }

    static StoreBuilder<KeyValueStore<String, Partial>> ofMerger() {
        return small(Names.PARTIALS_STORE, Json.serde(Partial.class));
    }

    static StoredStale stale(ProcessorContext<?, ?> context, Spent spent, Supplier<Marks> heard) {
        return new StoredStale(context.getStateStore(Names.STALE_STORE), spent, heard);
    }

    static Partition partition(ProcessorContext<?, ?> context, Spent spent, Stale stale) {
        return new Partition(
                context.taskId().partition(),
                Topics.PARTITIONS,
                new StoredBook(context.getStateStore(Names.BOOK_STORE)),
                new StoredEvents(context.getStateStore(Names.EVENTS_STORE)),
                new StoredHeld(context.getStateStore(Names.HELD_STORE), spent),
                new StoredOffers(context.getStateStore(Names.OFFERS_STORE), spent),
                stale);
    }

    /** Grows with the customers: on disk. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> large(String name, Class<V> type) {
        return built(org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Json.serde(type));
    }

    /** In memory, and read again from its changelog at every start. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> small(String name, Serde<V> values) {
        return built(org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), values);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> built(KeyValueBytesStoreSupplier store, Serde<V> values) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(store, Serdes.String(), values)
                .withLoggingEnabled(LARGE);
    }
}
