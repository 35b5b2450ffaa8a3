package dev.usher.delivery;

import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what came back to a mail, and tells others. */
@Component
class Feedback {

    private final SentMails sent;
    private final Announcements announcements;

    Feedback(SentMails sent, Announcements announcements) {
        this.sent = sent;
        this.announcements = announcements;
    }

    /** Joins the caller's transaction; what was noted before is not told again. False where it was no news. */
    Mono<Boolean> came(Delivery mail, Outcome outcome, String why, Instant now) {
        return sent.note(mail, outcome, now)
                .flatMap(news -> news
                        ? announcements.delivery(mail, outcome, why, null, now).thenReturn(true)
                        : Mono.just(false));
    }
}
