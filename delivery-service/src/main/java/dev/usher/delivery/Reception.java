package dev.usher.delivery;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes a guest's answer: the seat, who hears of it, and the mails that follow, in one transaction under the event's lock. */
@Service
public class Reception {

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final Announcements announcements;
    private final EventCare care;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Reception(
            Gatherings gatherings,
            Registrations registrations,
            Announcements announcements,
            EventCare care,
            TransactionalOperator transaction,
            Clock clock) {
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.announcements = announcements;
        this.care = care;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of an answer. @param closed why nothing could change; null = it could */
    public record Answered(
            @Nullable Registration registration,
            boolean changed,
            @Nullable String closed) {}

    /** Empty where the event is unknown. The same answer again changes nothing. @param source PAGE and the like */
    public Mono<Answered> answer(Guest guest, @Nullable String invitationId, Answer answer, String source) {
        return gatherings
                .lock(guest.eventId())
                .flatMap(event -> seat(event, guest, invitationId)
                        .flatMap(seat -> keep(event, seat.answer(answer, source, clock.instant()))))
                .as(transaction::transactional);
    }

    private Mono<Seat> seat(Gathering event, Guest guest, @Nullable String invitationId) {
        boolean roomOnly = event.format() == Gathering.Format.HYBRID;
        return registrations
                .taken(event.id(), roomOnly)
                .flatMap(taken -> registrations
                        .find(event.id(), guest.key())
                        .map(held -> new Seat(event, guest, invitationId, held, taken))
                        .defaultIfEmpty(new Seat(event, guest, invitationId, null, taken)));
    }

    private Mono<Answered> keep(Gathering event, Seat.Verdict verdict) {
        return switch (verdict) {
            case Seat.Verdict.Unchanged same -> Mono.just(new Answered(same.now(), false, null));
            case Seat.Verdict.Closed closed -> Mono.just(new Answered(null, false, closed.why()));
            case Seat.Verdict.Changed changed ->
                put(event, changed.now())
                        .then(Mono.defer(() -> care.answered(changed.before(), changed.now(), event)))
                        .then(Mono.defer(() -> refill(event, changed)))
                        .thenReturn(new Answered(changed.now(), true, null));
        };
    }

    private Mono<Void> put(Gathering event, Registration registration) {
        Instant now = clock.instant();
        return registrations.put(registration, now).then(announcements.registration(registration, event, now));
    }

    /** A seat that became free goes to whoever has waited longest. */
    private Mono<Void> refill(Gathering event, Seat.Verdict.Changed changed) {
        Integer capacity = event.capacity();
        boolean left = changed.before() == RegistrationStatus.REGISTERED;
        if (!left || capacity == null || event.over(clock.instant())) {
            return Mono.empty();
        }
        return registrations
                .taken(event.id(), event.format() == Gathering.Format.HYBRID)
                .filter(taken -> taken < capacity)
                .flatMap(_ -> registrations.nextWaiting(event.id()))
                .map(waiting -> waiting.to(RegistrationStatus.REGISTERED))
                .flatMap(seated -> put(event, seated)
                        .then(Mono.defer(() -> care.answered(RegistrationStatus.WAITLISTED, seated, event))));
    }
}
