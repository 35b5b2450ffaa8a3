package dev.usher.delivery;

import dev.usher.delivery.GuestPage.View;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what a guest's page shows. */
@Component
class Views {

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final Companies companies;
    private final Standings standings;
    private final Clock clock;

    Views(Gatherings gatherings, Registrations registrations, Companies companies, Standings standings, Clock clock) {
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.companies = companies;
        this.standings = standings;
        this.clock = clock;
    }

    /** Empty where the event is not known. */
    Mono<View> of(Invited invited) {
        return Reading.soon(() -> gatherings.find(invited.guest().eventId())).flatMap(event -> of(invited, event));
    }

    private Mono<View> of(Invited invited, Gathering event) {
        Guest guest = invited.guest();
        Instant now = clock.instant();
        return Mono.zip(
                        maybe(registrations.find(event.id(), guest.key())),
                        registrations.crowd(event, guest.key()),
                        maybe(companies.zoneOf(guest)),
                        standings.of(guest, now))
                .map(found -> new View(
                        invited,
                        event,
                        found.getT1().orElse(null),
                        found.getT3().orElse(null),
                        found.getT2().fills(event.capacity()),
                        found.getT4().bar(),
                        now));
    }

    private static <T> Mono<Optional<T>> maybe(Mono<T> found) {
        return found.map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
