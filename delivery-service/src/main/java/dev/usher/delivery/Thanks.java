package dev.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Once an event is over and a guest's attendance known, a mail to her is asked for: thanks, or sorry that we missed you. Of
 * a guest who is on no list nobody knows which to say.
 */
@Service
class Thanks implements Chore {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final Registrations registrations;
    private final Standings standings;
    private final Announcements announcements;
    private final DeliverySettings settings;
    private final Pace pace;

    Thanks(
            Registrations registrations,
            Standings standings,
            Announcements announcements,
            DeliverySettings settings,
            Pace pace) {
        this.registrations = registrations;
        this.standings = standings;
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
        return pace.inOne(registrations
                .toThank(now.minus(settings.thankAfter()), now, AT_ONCE)
                .collectList()
                .flatMapIterable(seats -> seats)
                .concatMap(seat -> thank(seat.guest(), now).thenReturn(seat))
                .count()
                .map(Long::intValue));
    }

    /** Nobody is asked to write to who may not be written to. */
    private Mono<Void> thank(Guest guest, Instant now) {
        return standings
                .of(guest, now)
                .filter(standing ->
                        settings.followUps() && Clearance.of(Kind.POST_EVENT, standing) instanceof Clearance.Go)
                .flatMap(_ -> announcements.request(guest, Kind.POST_EVENT, 1, now));
    }
}
