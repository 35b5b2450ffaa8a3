package dev.usher.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The customer book. The log leads: a change is in the log before the transaction that shows it commits, so what was
 * answered can be read at once, and what the log has and we lost comes back from the log.
 */
public final class Bookkeeping {

    private final Customers customers;
    private final Log log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    public Bookkeeping(Customers customers, Log log, TransactionalOperator transaction, Clock clock) {
        this.customers = customers;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A customer as somebody wants it to be. */
    public interface Wish {

        String id();

        /** @param known as it is now; null = new. What the wish is silent about, it may take from there */
        Customer given(@Nullable Customer known);
    }

    /** What became of a wish. */
    public sealed interface Kept {

        record Written(Customer customer, boolean created) implements Kept {}

        /** The version asked for is not the newest; nothing changed. */
        record Outdated(int newest) implements Kept {}
    }

    /** @param expected whether the wish was made for this newest version; 0 = there is none yet */
    public Mono<Kept> keep(Wish wish, IntPredicate expected) {
        return locked(List.of(wish), known -> {
            Customer before = known.get(wish.id());
            int newest = before == null ? 0 : before.version();
            if (!expected.test(newest)) {
                return Mono.just(new Kept.Outdated(newest));
            }
            return write(List.of(wish), known).map(now -> new Kept.Written(now.getFirst(), before == null));
        });
    }

    /** @param wishes of different customers */
    public Mono<Integer> keep(List<? extends Wish> wishes) {
        return locked(wishes, known -> write(wishes, known).map(List::size));
    }

    private <T> Mono<T> locked(List<? extends Wish> wishes, Function<Map<String, Customer>, Mono<T>> work) {
        List<String> ids = wishes.stream().map(Wish::id).toList();
        return transaction.transactional(customers
                .lock(ids)
                .then(customers.find(ids).collectMap(Customer::id))
                .flatMap(work));
    }

    /** The customers as they are now; what says nothing new is left as it is. */
    private Mono<List<Customer>> write(List<? extends Wish> wishes, Map<String, Customer> known) {
        List<Customer> all = new ArrayList<>();
        List<Customer> changed = new ArrayList<>();
        for (Wish wish : wishes) {
            Optional<Customer> before = Optional.ofNullable(known.get(wish.id()));
            Customer now = next(wish, before);
            all.add(now);
            if (before.filter(now::equals).isEmpty()) {
                changed.add(now);
            }
        }
        return changed.isEmpty()
                ? Mono.just(all)
                : log.append(changed).then(customers.save(changed)).thenReturn(all);
    }

    private Customer next(Wish wish, Optional<Customer> before) {
        Customer wanted = wish.given(before.orElse(null));
        return before.filter(wanted::saysTheSameAs)
                .orElseGet(() -> wanted.as(before.map(Customer::version).orElse(0) + 1, now()));
    }

    /** As exact as records carry it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
