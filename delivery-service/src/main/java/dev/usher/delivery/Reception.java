package dev.usher.delivery;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes a guest's answer: the seat, who hears of it, and the mails that follow, in one transaction under the event's lock. */
@Service
public class Reception {

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final Seats seats;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Reception(
            Gatherings gatherings,
            Registrations registrations,
            Seats seats,
            TransactionalOperator transaction,
            Clock clock) {
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.seats = seats;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What came of an answer.
     *
     * @param closed why nothing could change; null = it could
     * @param foreign place in the answer, from 0, of a session that is not the event's; null = all are
     */
    public record Answered(
            @Nullable Registration registration,
            boolean changed,
            @Nullable String closed,
            @Nullable Integer foreign) {

        static Answered of(@Nullable Registration registration, boolean changed) {
            return new Answered(registration, changed, null, null);
        }
    }

    /** Empty where the event is unknown. The same answer again changes nothing. @param source PAGE and the like */
    public Mono<Answered> answer(Guest guest, @Nullable String invitationId, Answer answer, String source) {
        return gatherings
                .lock(guest.eventId())
                .flatMap(event -> seat(event, guest, invitationId)
                        .flatMap(seat -> keep(event, seat.answer(answer, source, clock.instant()))))
                .as(transaction::transactional);
    }

    private Mono<Seat> seat(Gathering event, Guest guest, @Nullable String invitationId) {
        return registrations
                .crowd(event, guest.key())
                .flatMap(crowd -> registrations
                        .find(event.id(), guest.key())
                        .map(held -> new Seat(event, guest, invitationId, held, crowd))
                        .defaultIfEmpty(new Seat(event, guest, invitationId, null, crowd)));
    }

    private Mono<Answered> keep(Gathering event, Seat.Verdict verdict) {
        return switch (verdict) {
            case Seat.Verdict.Unchanged same -> Mono.just(Answered.of(same.now(), false));
            case Seat.Verdict.Closed closed -> Mono.just(new Answered(null, false, closed.why(), null));
            case Seat.Verdict.Foreign foreign -> Mono.just(new Answered(null, false, null, foreign.session()));
            case Seat.Verdict.Changed changed ->
                seats.change(event, changed).thenReturn(Answered.of(changed.now(), true));
        };
    }
}
