package dev.usher.matching;

import dev.usher.matching.Held.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A partition in memory. */
final class Memory {

    final Map<String, Guest> guests = new HashMap<>();
    final Map<String, Event> events = new HashMap<>();
    final Map<String, Waiting> waiting = new HashMap<>();
    final List<Offer> offers = new ArrayList<>();
    final List<String> stale = new ArrayList<>();

    Partition partition() {
        return new Partition(
                3,
                12,
                new InMemoryBook(),
                new InMemoryEvents(),
                new InMemoryHeld(),
                new InMemoryOffers(),
                new InMemoryStale());
    }

    private final class InMemoryBook implements Book {

        @Override
        public Optional<Guest> find(String id) {
            return Optional.ofNullable(guests.get(id));
        }

        @Override
        public void put(Customer customer) {
            guests.put(customer.id(), new Guest(customer, List.of(), List.of()));
        }

        @Override
        public void erase(String customerId) {
            guests.remove(customerId);
        }

        @Override
        public void remember(String customerId, Visit visit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remember(String customerId, Interest interest) {
            guests.computeIfPresent(
                    customerId, (id, guest) -> new Guest(guest.customer(), guest.visits(), List.of(interest)));
        }

        @Override
        public void each(Consumer<Guest> visitor) {
            guests.values().forEach(visitor);
        }
    }

    private final class InMemoryEvents implements Events {

        @Override
        public Optional<Event> find(String id) {
            return Optional.ofNullable(events.get(id));
        }

        @Override
        public void put(Event event) {
            events.put(event.id(), event);
        }

        @Override
        public List<Event> upcoming(Instant now) {
            return events.values().stream().filter(event -> event.upcoming(now)).toList();
        }

        @Override
        public List<Event> forgetEndedBefore(Instant time) {
            return List.of();
        }
    }

    private final class InMemoryHeld implements Held {

        @Override
        public void keep(Waiting one) {
            waiting.putIfAbsent(one.id(), one);
        }

        @Override
        public List<Waiting> all() {
            return List.copyOf(waiting.values());
        }

        @Override
        public void release(Waiting one) {
            waiting.remove(one.id());
        }

        @Override
        public void forget(Waiting one) {
            waiting.remove(one.id());
        }
    }

    private final class InMemoryOffers implements Offers {

        @Override
        public void put(Offer offer) {
            offers.removeIf(known -> known.eventId().equals(offer.eventId())
                    && known.customerId().equals(offer.customerId())
                    && known.mail().equals(offer.mail()));
            offers.add(offer);
        }

        @Override
        public List<Offer> of(String eventId) {
            return offers.stream()
                    .filter(offer -> offer.eventId().equals(eventId))
                    .toList();
        }

        @Override
        public List<Offer> of(String eventId, String customerId) {
            return of(eventId).stream()
                    .filter(offer -> offer.customerId().equals(customerId))
                    .toList();
        }

        @Override
        public void remove(Offer offer) {
            offers.remove(offer);
        }

        @Override
        public void forget(String customerId) {
            offers.removeIf(offer -> offer.customerId().equals(customerId));
        }
    }

    private final class InMemoryStale implements Stale {

        @Override
        public void mark(String customerId) {
            stale.add(customerId);
        }

        @Override
        public List<String> take(int atMost) {
            List<String> taken = List.copyOf(stale);
            stale.clear();
            return taken;
        }
    }
}
