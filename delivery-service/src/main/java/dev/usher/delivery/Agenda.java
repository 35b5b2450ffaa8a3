package dev.usher.delivery;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A guest's service mails: planned, and called off again. Joins the transaction of what happened. */
@Component
class Agenda {

    private final Reminders reminders;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Announcements announcements;
    private final Clock clock;

    Agenda(Reminders reminders, Deliveries deliveries, Ledger ledger, Announcements announcements, Clock clock) {
        this.reminders = reminders;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** At once. Nothing for a guest who came by herself. @param detail what a CHANGE tells; empty = nothing */
    Mono<Void> plan(Registration guest, Kind kind, String detail) {
        return numbered(guest, kind, clock.instant(), detail).flatMap(this::keep);
    }

    Mono<Void> remind(Registration guest, Instant due) {
        return numbered(guest, Kind.REMINDER, due, "")
                .map(planned -> due.isAfter(clock.instant()) ? planned : planned.skipped("it was due before this"))
                .flatMap(this::keep);
    }

    private Mono<Reminder> numbered(Registration guest, Kind kind, Instant due, String detail) {
        String invitationId = guest.invitationId();
        return invitationId == null
                ? Mono.empty()
                : reminders
                        .nextNumber(invitationId, kind)
                        .map(number ->
                                Reminder.planned(new MailId(invitationId, kind, number), guest.guest(), due, detail));
    }

    private Mono<Void> keep(Reminder reminder) {
        Instant now = clock.instant();
        return reminders.plan(reminder, now).then(announcements.reminder(reminder, now));
    }

    /** Her confirmations and reminders, planned ones and those that wait to be sent. */
    Mono<Void> callOff(Guest guest, String why) {
        Flux<Reminder> planned = reminders
                .open(guest.eventId(), guest.key())
                .filter(open ->
                        open.mail().kind() == Kind.REMINDER || open.mail().kind() == Kind.CONFIRMATION);
        return skip(planned, why)
                .then(Mono.defer(() -> ledger.ended(deliveries.pendingCare(guest), State.WITHDRAWN, why)));
    }

    /** All that was planned for a customer's people. */
    Mono<Void> callOffAll(String customerId, String why) {
        return skip(reminders.openOf(customerId), why);
    }

    private Mono<Void> skip(Flux<Reminder> planned, String why) {
        return planned.collectList()
                .flatMapIterable(open -> open)
                .concatMap(open -> reminders
                        .settle(open.mail(), Reminder.Status.SKIPPED, why, clock.instant())
                        .flatMap(settled -> announcements.reminder(settled, clock.instant())))
                .then();
    }
}
