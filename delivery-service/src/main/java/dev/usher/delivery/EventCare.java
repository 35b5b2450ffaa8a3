package dev.usher.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans what a guest is told: a confirmation, reminders, changes, the end. Joins the transaction of what happened. */
@Service
class EventCare {

    private final Reminders reminders;
    private final Registrations registrations;
    private final Companies companies;
    private final Announcements announcements;
    private final DeliverySettings settings;
    private final Clock clock;

    EventCare(
            Reminders reminders,
            Registrations registrations,
            Companies companies,
            Announcements announcements,
            DeliverySettings settings,
            Clock clock) {
        this.reminders = reminders;
        this.registrations = registrations;
        this.companies = companies;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param before her state until now; null = none */
    Mono<Void> answered(@Nullable RegistrationStatus before, Registration now, Gathering event) {
        if (now.invitationId() == null || before == now.status()) {
            return Mono.empty();
        }
        return switch (now.status()) {
            case REGISTERED -> plan(now, Kind.CONFIRMATION, "").then(Mono.defer(() -> climb(now, event)));
            case WAITLISTED ->
                skip(now, "on the waiting list").then(Mono.defer(() -> plan(now, Kind.CONFIRMATION, "")));
            case CANCELLED -> skip(now, "the guest cancelled").then(Mono.defer(() -> farewell(before, now)));
            case DECLINED -> skip(now, "the guest declined");
            case ATTENDED, NO_SHOW -> Mono.empty();
        };
    }

    /** Takes the entry out of the calendar of someone who had a seat. */
    private Mono<Void> farewell(@Nullable RegistrationStatus before, Registration now) {
        return before == RegistrationStatus.REGISTERED ? plan(now, Kind.CANCELLATION, "guest") : Mono.empty();
    }

    /** What an event's new version means to those who come. */
    Mono<Void> changed(Gathering before, Gathering after) {
        if (after.cancelled()) {
            return before.cancelled() ? Mono.empty() : called(after);
        }
        List<String> news = Changes.between(before, after);
        return news.isEmpty()
                ? Mono.empty()
                : each(after, guest -> moved(guest, after, !before.startsAt().equals(after.startsAt()), news));
    }

    private Mono<Void> called(Gathering event) {
        return each(
                event,
                guest -> skip(guest, "the event was cancelled")
                        .then(Mono.defer(() -> plan(guest, Kind.CANCELLATION, "event"))));
    }

    private Mono<Void> moved(Registration guest, Gathering event, boolean newTime, List<String> news) {
        Mono<Void> ladder = newTime && guest.status() == RegistrationStatus.REGISTERED
                ? skip(guest, "the event was moved").then(Mono.defer(() -> climb(guest, event)))
                : Mono.empty();
        return ladder.then(Mono.defer(() -> plan(guest, Kind.CHANGE, String.join("\n", news))));
    }

    private Mono<Void> each(Gathering event, Function<Registration, Mono<Void>> care) {
        return registrations
                .of(event.id(), RegistrationStatus.REGISTERED, RegistrationStatus.WAITLISTED)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .filter(guest -> guest.invitationId() != null)
                .concatMap(care)
                .then();
    }

    private Mono<Void> climb(Registration guest, Gathering event) {
        Ladder ladder = new Ladder(settings.ladders().getOrDefault(event.type(), List.of()), settings.reminderAt());
        return companies
                .zoneOf(guest.guest())
                .defaultIfEmpty(event.zone())
                .flatMapIterable(zone -> ladder.before(event.startsAt(), zone))
                .concatMap(due -> remind(guest, due))
                .then();
    }

    private Mono<Void> remind(Registration guest, Instant due) {
        return numbered(guest, Kind.REMINDER, due, "")
                .map(planned -> due.isAfter(clock.instant()) ? planned : planned.skipped("it was due before this"))
                .flatMap(this::keep);
    }

    private Mono<Void> plan(Registration guest, Kind kind, String detail) {
        return numbered(guest, kind, clock.instant(), detail).flatMap(this::keep);
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

    private Mono<Void> skip(Registration guest, String why) {
        return reminders
                .open(guest.guest().eventId(), guest.guest().key())
                .filter(open ->
                        open.mail().kind() == Kind.REMINDER || open.mail().kind() == Kind.CONFIRMATION)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(open -> reminders
                        .settle(open.mail(), Reminder.Status.SKIPPED, why, clock.instant())
                        .flatMap(settled -> announcements.reminder(settled, clock.instant())))
                .then();
    }

    private Mono<Void> keep(Reminder reminder) {
        Instant now = clock.instant();
        return reminders.plan(reminder, now).then(announcements.reminder(reminder, now));
    }
}
