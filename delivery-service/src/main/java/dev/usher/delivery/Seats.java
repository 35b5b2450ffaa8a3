package dev.usher.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives seats and takes them back; joins the caller's transaction, under the event's lock. */
@Component
class Seats {

    private final Registrations registrations;
    private final Announcements announcements;
    private final EventCare care;
    private final Clock clock;

    Seats(Registrations registrations, Announcements announcements, EventCare care, Clock clock) {
        this.registrations = registrations;
        this.announcements = announcements;
        this.care = care;
        this.clock = clock;
    }

    /** Keeps it, tells of it, and gives on the seat that became free by it. */
    Mono<Void> change(Gathering event, Seat.Verdict.Changed changed) {
        return keep(event, changed).then(Mono.defer(() -> frees(changed) ? fill(event) : Mono.empty()));
    }

    /** Who came, or was missed, gives up no seat. Who must wait asks anew whether all seats are given. */
    private static boolean frees(Seat.Verdict.Changed changed) {
        return switch (changed.now().status()) {
            case ATTENDED, NO_SHOW -> false;
            case WAITLISTED -> true;
            case REGISTERED, DECLINED, CANCELLED -> changed.wasRegistered();
        };
    }

    private Mono<Void> keep(Gathering event, Seat.Verdict.Changed changed) {
        Instant now = clock.instant();
        return registrations
                .put(changed.now(), now)
                .then(announcements.registration(changed.now(), event, now))
                .then(Mono.defer(() -> care.answered(changed, event)));
    }

    /** Free seats go to who has waited longest, until none is left. */
    Mono<Void> fill(Gathering event) {
        if (event.cancelled() || event.over(clock.instant())) {
            return Mono.empty();
        }
        return registrations
                .of(event.id(), RegistrationStatus.WAITLISTED)
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> registrations.crowd(event, "").map(crowd -> next(event, crowd.taken(), waiting)))
                .flatMapIterable(seated -> seated)
                .concatMap(waiting ->
                        keep(event, new Seat.Verdict.Changed(waiting, waiting.to(RegistrationStatus.REGISTERED))))
                .then();
    }

    /** @param waiting in the order in which they asked */
    static List<Registration> next(Gathering event, int taken, List<Registration> waiting) {
        Integer capacity = event.capacity();
        int free = capacity == null ? waiting.size() : capacity - taken;
        List<Registration> next = new ArrayList<>();
        for (Registration each : waiting) {
            boolean counts = event.seats(each.attendance());
            if (!counts || free > 0) {
                next.add(each);
                free -= counts ? 1 : 0;
            }
        }
        return next;
    }
}
