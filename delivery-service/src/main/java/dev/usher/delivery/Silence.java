package dev.usher.delivery;

import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** After some working days without a word, an invitation counts as unanswered; the first time, a follow-up is asked for. */
@Service
class Silence implements Chore {

    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int AT_ONCE = 50;

    private final SentMails sent;
    private final Feedback feedback;
    private final Standings standings;
    private final Announcements announcements;
    private final DeliverySettings settings;
    private final Pace pace;

    Silence(
            SentMails sent,
            Feedback feedback,
            Standings standings,
            Announcements announcements,
            DeliverySettings settings,
            Pace pace) {
        this.sent = sent;
        this.feedback = feedback;
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
        return pace.inOne(sent.silent(pace.now(), AT_ONCE)
                .collectList()
                .flatMapIterable(silent -> silent)
                .concatMap(this::fellSilent)
                .count()
                .map(Long::intValue));
    }

    private Mono<Boolean> fellSilent(Delivery mail) {
        return feedback.came(
                        mail,
                        Outcome.NO_RESPONSE,
                        "no answer within " + settings.silentAfter() + " working days",
                        pace.now())
                .flatMap(first -> first && mail.mail().kind() == Kind.INVITATION && settings.followUps()
                        ? followUp(mail).thenReturn(first)
                        : Mono.just(first));
    }

    /** Nobody is asked to write to who left, or about an event that is over. */
    private Mono<Void> followUp(Delivery mail) {
        return standings
                .of(mail.guest(), pace.now())
                .filter(standing -> Clearance.of(Kind.FOLLOW_UP, standing) instanceof Clearance.Go)
                .flatMap(_ -> announcements.request(mail.guest(), Kind.FOLLOW_UP, 1, pace.now()));
    }
}
