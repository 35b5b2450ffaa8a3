package dev.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Once an event is over and its attendance known, a mail to each on the list is asked for: thanks, or sorry that we missed
 * you. Of a guest who is on no list nobody knows which to say.
 */
@Service
class Thanks implements Chore {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 10;

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final Announcements announcements;
    private final DeliverySettings settings;
    private final Pace pace;

    Thanks(
            Gatherings gatherings,
            Registrations registrations,
            Announcements announcements,
            DeliverySettings settings,
            Pace pace) {
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.announcements = announcements;
        this.settings = settings;
        this.pace = pace;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Integer> run() {
        Instant now = pace.now();
        return pace.inOne(gatherings
                .toThank(now.minus(settings.thankAfter()), now, AT_ONCE)
                .collectList()
                .flatMapIterable(over -> over)
                .concatMap(event -> thank(event, now).thenReturn(event))
                .count()
                .map(Long::intValue));
    }

    private Mono<Void> thank(Gathering event, Instant now) {
        Flux<Registration> seats =
                registrations.of(event.id(), RegistrationStatus.ATTENDED, RegistrationStatus.NO_SHOW);
        return seats.collectList()
                .flatMapIterable(found -> found)
                .filter(seat -> seat.invitationId() != null && settings.followUps())
                .concatMap(seat -> announcements.request(seat.guest(), Kind.POST_EVENT, 1, now))
                .then();
    }
}
