package dev.usher.matching.streams;

import dev.usher.matching.Event;
import dev.usher.matching.Events;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The events of a task: written to their store, read from memory, since every changed customer asks for all of them. */
final class StoredEvents implements Events {

    private final KeyValueStore<String, Event> store;
    private final Map<String, Event> known = new HashMap<>();

    /** The store has been restored when a task gets here. */
    StoredEvents(KeyValueStore<String, Event> store) {
        this.store = store;
        try (KeyValueIterator<String, Event> all = store.all()) {
            all.forEachRemaining(entry -> known.put(entry.key, entry.value));
        }
    }

    @Override
    public Optional<Event> find(String eventId) {
        return Optional.ofNullable(known.get(eventId));
    }

    @Override
    public void put(Event event) {
        store.put(event.id(), event);
        known.put(event.id(), event);
    }

    @Override
    public List<Event> upcoming(Instant now) {
        return known.values().stream().filter(event -> event.upcoming(now)).toList();
    }

    @Override
    public List<Event> forgetEndedBefore(Instant time) {
        List<Event> old = known.values().stream()
                .filter(event -> event.endsAt().isBefore(time))
                .toList();
        old.forEach(event -> {
            store.delete(event.id());
            known.remove(event.id());
        });
        return old;
    }
}
