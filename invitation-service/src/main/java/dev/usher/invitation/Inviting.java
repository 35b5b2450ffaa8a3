package dev.usher.invitation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A person asks that customers be invited. */
@Component
public class Inviting {

    /**
     * What she asked for.
     *
     * @param contactId whom at the customer; null = the best one
     * @param who her id; null = the CSM of each customer
     */
    public record Wish(
            String eventId,
            List<String> customerIds,
            @Nullable String contactId,
            @Nullable String note,
            @Nullable String who) {}

    private final Hall hall;
    private final Known known;
    private final TransactionalOperator transaction;

    Inviting(Hall hall, Known known, TransactionalOperator transaction) {
        this.hall = hall;
        this.known = known;
        this.transaction = transaction;
    }

    /** One entry for each customer, in her order; empty = there is no such event. Event and customers share one wait. */
    public Mono<List<Hall.Entry>> invite(Wish wish) {
        List<String> ids = List.copyOf(new LinkedHashSet<>(wish.customerIds()));
        return Mono.zip(known.event(wish.eventId(), 0), known.customers(ids))
                .flatMap(t -> each(t.getT1(), ids, t.getT2(), wish));
    }

    private Mono<List<Hall.Entry>> each(Event event, List<String> ids, Map<String, Customer> found, Wish wish) {
        return Flux.fromIterable(ids)
                .flatMapSequential(id -> one(event, id, found.get(id), wish), 4)
                .collectList();
    }

    private Mono<Hall.Entry> one(Event event, String id, @Nullable Customer customer, Wish wish) {
        if (customer == null) {
            return Mono.just(new Hall.Entry.Turned(id, "there is no customer " + id));
        }
        Occasion wanted = new Occasion(event.id(), id, wish.contactId(), MailKind.INVITATION, 1);
        String who =
                Objects.requireNonNullElseGet(wish.who(), () -> Objects.requireNonNullElse(customer.csmId(), "api"));
        return transaction.transactional(hall.asked(event, customer, wanted, new Reason.CsmRequest(who, wish.note())));
    }
}
