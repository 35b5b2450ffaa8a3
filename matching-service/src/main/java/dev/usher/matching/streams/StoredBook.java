package dev.usher.matching.streams;

import dev.usher.matching.Book;
import dev.usher.matching.Customer;
import dev.usher.matching.Guest;
import dev.usher.matching.Interest;
import dev.usher.matching.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The book as it lies in a store; walking it reads the store from end to end. */
final class StoredBook implements Book {

    private static final int SHOWN = 50;

    /** One customer's line; {@code customer} is null while only something about it was heard. */
    record Entry(@Nullable Customer customer, List<Visit> visits, List<Interest> shown) {

        static final Entry EMPTY = new Entry(null, List.of(), List.of());

        Optional<Guest> guest() {
            return customer == null ? Optional.empty() : Optional.of(new Guest(customer, visits, shown));
        }
    }

    private final KeyValueStore<String, Entry> store;

    StoredBook(KeyValueStore<String, Entry> store) {
        this.store = store;
    }

    @Override
    public Optional<Guest> find(String customerId) {
        return entry(customerId).guest();
    }

    @Override
    public void put(Customer customer) {
        Entry known = entry(customer.id());
        if (known.customer() == null || known.customer().version() <= customer.version()) {
            store.put(customer.id(), new Entry(customer, known.visits(), known.shown()));
        }
    }

    @Override
    public void erase(String customerId) {
        store.delete(customerId);
    }

    @Override
    public void remember(String customerId, Visit visit) {
        Entry known = entry(customerId);
        List<Visit> visits = new ArrayList<>(known.visits());
        if (visits.stream()
                .anyMatch(other -> sameEvent(other, visit) && other.at().isAfter(visit.at()))) {
            return;
        }
        visits.removeIf(other -> sameEvent(other, visit));
        visits.add(visit);
        store.put(customerId, new Entry(known.customer(), visits, known.shown()));
    }

    @Override
    public void remember(String customerId, Interest interest) {
        Entry known = entry(customerId);
        List<Interest> shown = new ArrayList<>(known.shown());
        shown.removeIf(other -> other.id().equals(interest.id()));
        shown.add(interest);
        List<Interest> newest = shown.subList(Math.max(0, shown.size() - SHOWN), shown.size());
        store.put(customerId, new Entry(known.customer(), known.visits(), List.copyOf(newest)));
    }

    @Override
    public void each(Consumer<Guest> visitor) {
        try (KeyValueIterator<String, Entry> all = store.all()) {
            while (all.hasNext()) {
                all.next().value.guest().ifPresent(visitor);
            }
        }
    }

    private Entry entry(String customerId) {
        Entry known = store.get(customerId);
        return known == null ? Entry.EMPTY : known;
    }

    private static boolean sameEvent(Visit one, Visit other) {
        return one.eventId().equals(other.eventId());
    }
}
