package dev.usher.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands due service mails to the sender, and skips what became stale. Any number of replicas may: rows are locked. */
@Service
class Schedule implements Chore {

    private static final int AT_ONCE = 20;

    private final Reminders reminders;
    private final Dispatch dispatch;
    private final Announcements announcements;
    private final DeliverySettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Schedule(
            Reminders reminders,
            Dispatch dispatch,
            Announcements announcements,
            DeliverySettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.reminders = reminders;
        this.dispatch = dispatch;
        this.announcements = announcements;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return settings.poll();
    }

    @Override
    public Mono<Integer> run() {
        Instant now = clock.instant();
        return reminders
                .due(now, AT_ONCE)
                .collectList()
                .flatMap(due -> Flux.fromIterable(due)
                        .concatMap(reminder -> one(reminder, due, now))
                        .then(Mono.just(due.size())))
                .as(transaction::transactional);
    }

    private Mono<Void> one(Reminder reminder, List<Reminder> due, Instant now) {
        return due.stream().anyMatch(other -> overtakes(other, reminder))
                ? skip(reminder, "a later reminder is due as well", now)
                : dispatch.facts(reminder)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(facts -> facts.map(known -> fresh(known, now))
                                .orElseGet(() -> skip(reminder, "its event or seat is not known", now)));
    }

    private Mono<Void> fresh(ServiceMails.Facts facts, Instant now) {
        return Staleness.of(facts, now)
                .map(why -> skip(facts.reminder(), why, now))
                .orElseGet(() -> send(facts, now));
    }

    private static boolean overtakes(Reminder other, Reminder reminder) {
        return reminder.mail().kind() == Kind.REMINDER
                && other.mail().kind() == Kind.REMINDER
                && other.mail().invitationId().equals(reminder.mail().invitationId())
                && other.dueAt().isAfter(reminder.dueAt());
    }

    private Mono<Void> send(ServiceMails.Facts facts, Instant now) {
        return dispatch.commission(facts, now)
                .then(Mono.defer(() -> reminders.queued(facts.reminder(), now)))
                .onErrorResume(
                        Envelopes.Unsendable.class, no -> skip(facts.reminder(), String.valueOf(no.getMessage()), now));
    }

    private Mono<Void> skip(Reminder reminder, String why, Instant now) {
        return reminders
                .settle(reminder.mail(), Reminder.Status.SKIPPED, why, now)
                .flatMap(settled -> announcements.reminder(settled, now));
    }
}
