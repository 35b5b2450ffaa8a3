package dev.usher.delivery;

import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what came back to a mail, and tells others; each joins the caller's transaction. */
@Component
class Feedback {

    private final SentMails sent;
    private final Suppressions suppressions;
    private final Announcements announcements;

    Feedback(SentMails sent, Suppressions suppressions, Announcements announcements) {
        this.sent = sent;
        this.suppressions = suppressions;
        this.announcements = announcements;
    }

    /** What was noted before is not told again. False where it was no news. */
    Mono<Boolean> came(Delivery mail, Outcome outcome, String why, Instant now) {
        return sent.note(mail, outcome, now)
                .flatMap(news ->
                        news ? announcements.delivery(mail, outcome, why, now).thenReturn(true) : Mono.just(false));
    }

    /** @param lasting true where the address is never to be written to again */
    Mono<Boolean> bounced(Delivery mail, boolean lasting, Instant now) {
        Mono<Boolean> suppressed = lasting
                ? suppressions.add(mail.guest().address(), mail.mail().invitationId(), Suppressions.BOUNCED, now)
                : Mono.just(false);
        String why = "the mail came back undelivered" + (lasting ? "" : ", for a temporary reason");
        return suppressed.then(Mono.defer(
                () -> mail.mail().kind().approved() ? came(mail, Outcome.BOUNCED, why, now) : Mono.just(false)));
    }
}
