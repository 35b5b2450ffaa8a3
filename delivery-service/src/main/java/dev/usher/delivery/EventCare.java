package dev.usher.delivery;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a guest is told: a confirmation, reminders, changes, the end. Joins the transaction of what happened. */
@Service
class EventCare {

    private final Agenda agenda;
    private final Registrations registrations;
    private final Companies companies;
    private final DeliverySettings settings;

    EventCare(Agenda agenda, Registrations registrations, Companies companies, DeliverySettings settings) {
        this.agenda = agenda;
        this.registrations = registrations;
        this.companies = companies;
        this.settings = settings;
    }

    /** What follows from her answer. */
    Mono<Void> answered(Seat.Verdict.Changed changed, Gathering event) {
        Registration before = changed.before();
        Registration now = changed.now();
        if (now.invitationId() == null) {
            return Mono.empty();
        }
        return before != null && before.status() == now.status()
                ? elsewhere(before, now)
                : otherwise(changed.wasRegistered(), now, event);
    }

    /** Room or online: her calendar has another place now. */
    private Mono<Void> elsewhere(Registration before, Registration now) {
        return now.status() == RegistrationStatus.REGISTERED && before.attendance() != now.attendance()
                ? agenda.plan(now, Kind.CHANGE, Reminder.BY_GUEST)
                : Mono.empty();
    }

    private Mono<Void> otherwise(boolean wasRegistered, Registration now, Gathering event) {
        Guest guest = now.guest();
        return switch (now.status()) {
            case REGISTERED ->
                agenda.callOff(guest, "the guest has a seat now")
                        .then(Mono.defer(() -> agenda.plan(now, Kind.CONFIRMATION, "")))
                        .then(Mono.defer(() -> climb(now, event)));
            case WAITLISTED ->
                agenda.callOff(guest, "on the waiting list")
                        .then(Mono.defer(() -> agenda.plan(now, Kind.CONFIRMATION, "")));
            case CANCELLED ->
                agenda.callOff(guest, "the guest cancelled").then(Mono.defer(() -> farewell(wasRegistered, now)));
            case DECLINED -> agenda.callOff(guest, "the guest declined");
            case ATTENDED, NO_SHOW -> Mono.empty();
        };
    }

    /** Takes the entry out of the calendar of someone who had a seat. */
    private Mono<Void> farewell(boolean wasRegistered, Registration now) {
        return wasRegistered ? agenda.plan(now, Kind.CANCELLATION, Reminder.BY_GUEST) : Mono.empty();
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
                guest -> agenda.callOff(guest.guest(), "the event was cancelled")
                        .then(Mono.defer(() -> agenda.plan(guest, Kind.CANCELLATION, "event"))));
    }

    private Mono<Void> moved(Registration guest, Gathering event, boolean newTime, List<String> news) {
        Mono<Void> ladder = newTime && guest.status() == RegistrationStatus.REGISTERED
                ? agenda.callOff(guest.guest(), "the event was moved").then(Mono.defer(() -> climb(guest, event)))
                : Mono.empty();
        return ladder.then(Mono.defer(() -> agenda.plan(guest, Kind.CHANGE, String.join("\n", news))));
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
                .concatMap(due -> agenda.remind(guest, due))
                .then();
    }
}
