package dev.usher.matching.streams;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store in memory, without a task around it. */
final class Shelf<V> implements KeyValueStore<String, V> {

    private final Map<String, V> entries = new TreeMap<>();

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public void put(String key, V value) {
        entries.put(key, value);
    }

    @Override
    public @Nullable V putIfAbsent(String key, V value) {
        return entries.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<String, V>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(String key) {
        return entries.remove(key);
    }

    @Override
    public @Nullable V get(String key) {
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<String, V> all() {
        return new Walk<>(entries.entrySet().iterator());
    }

    @Override
    public KeyValueIterator<String, V> range(String from, String to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<String, V> prefixScan(P prefix, S serializer) {
        return new Walk<>(entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix.toString()))
                .iterator());
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return "shelf";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    private record Walk<V>(Iterator<Map.Entry<String, V>> entries) implements KeyValueIterator<String, V> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<String, V> next() {
            Map.Entry<String, V> entry = entries.next();
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public String peekNextKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
