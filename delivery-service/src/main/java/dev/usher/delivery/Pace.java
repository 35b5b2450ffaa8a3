package dev.usher.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** When to try again, and how much a mailbox may do. */
@Component
class Pace {

    /** users.getProfile 1, drafts.create 10, drafts.send 100, messages.get 20: Google's units for one mail. */
    static final int MAIL = 131;

    /** drafts.get 20, threads.get 40, history.list 2, messages.get 20, and the sending again 120. */
    static final int RECONCILING = 202;

    private final MailboxBook book;
    private final DeliverySettings settings;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private final Backoff mails;
    private final Backoff rests;

    Pace(MailboxBook book, DeliverySettings settings, Clock clock, TransactionalOperator transaction) {
        this.book = book;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
        this.mails = new Backoff(settings.backoffFirst(), settings.backoffLongest(), Pace::random);
        this.rests = new Backoff(settings.parkFirst(), settings.backoffLongest(), Pace::random);
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    Instant now() {
        return clock.instant();
    }

    /** All of it in one transaction. */
    <T> Mono<T> inOne(Mono<T> work) {
        return transaction.transactional(work);
    }

    Duration quarantine() {
        return settings.quarantine();
    }

    Duration lease() {
        return settings.lease();
    }

    Duration backoff(int failures) {
        return mails.after(failures);
    }

    /** Fails with {@link Failure.OverBudget} where the last minute leaves no room. */
    Mono<Void> spend(String mailbox, int units) {
        return book.spend(mailbox, units, settings.unitsPerMinute(), now())
                .filter(wait -> !wait.isZero())
                .flatMap(wait -> Mono.error(new MailboxException(
                        new Failure.OverBudget("the mailbox's quota of this minute is spent", now().plus(wait)))));
    }

    Mono<Void> park(String mailbox, String why) {
        return book.strike(mailbox, now())
                .flatMap(strikes -> book.park(mailbox, now().plus(rests.after(strikes)), why));
    }

    Mono<Void> unpark(String mailbox) {
        return book.unpark(mailbox);
    }

    /** What comes in from here on is read, so that even the first answer is; joins the caller's transaction. */
    Mono<Void> readFrom(String mailbox, String history) {
        return book.readFrom(mailbox, history);
    }

    /** When silence becomes NO_RESPONSE; null for mails that ask for no answer. */
    @Nullable Instant silentAt(Kind kind, Instant now) {
        return kind == Kind.INVITATION || kind == Kind.FOLLOW_UP
                ? WorkingDays.after(now, settings.silentAfter(), ZoneOffset.UTC)
                : null;
    }
}
