package dev.usher.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells others of a mail's state: an approved one by invite-deliveries, a service mail by reminders. */
@Component
class Teller {

    private final Announcements announcements;
    private final Reminders reminders;

    Teller(Announcements announcements, Reminders reminders) {
        this.announcements = announcements;
        this.reminders = reminders;
    }

    /** A mail that was called SENDING waits for its mailbox; of one that had not begun nothing is told. */
    Mono<Void> rests(Delivery delivery, String why, Instant now) {
        return delivery.state() == State.PENDING ? Mono.empty() : tell(delivery, why, now);
    }

    /** Its owner must act, then it goes on; a service mail just waits. */
    Mono<Void> locked(Delivery delivery, String why, Instant now) {
        return delivery.mail().kind().approved()
                ? announcements.delivery(delivery, Outcome.NEEDS_HUMAN, why, now)
                : Mono.empty();
    }

    Mono<Void> tell(Delivery delivery, @Nullable String why, Instant now) {
        return delivery.mail().kind().approved()
                ? announcements.delivery(delivery, Outcome.of(delivery.state()), why, now)
                : service(delivery, why, now);
    }

    private Mono<Void> service(Delivery delivery, @Nullable String why, Instant now) {
        return switch (delivery.state()) {
            case ACCEPTED -> settle(delivery, Reminder.Status.SENT, "", now);
            case REFUSED, WITHDRAWN, NEEDS_HUMAN ->
                settle(
                        delivery,
                        Reminder.Status.SKIPPED,
                        why == null ? delivery.state().name() : why,
                        now);
            case PENDING, SENDING, UNKNOWN -> Mono.empty();
        };
    }

    private Mono<Void> settle(Delivery delivery, Reminder.Status status, String why, Instant now) {
        return reminders
                .settle(delivery.mail(), status, why, now)
                .flatMap(settled -> announcements.reminder(settled, now));
    }
}
