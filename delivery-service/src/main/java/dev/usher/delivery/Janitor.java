package dev.usher.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes drafts that nobody may send, and reads back what could not be read at once. */
@Service
class Janitor implements Chore {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration WORTH_READING = Duration.ofDays(1);
    private static final int AT_ONCE = 20;

    private final Orphans orphans;
    private final SentMails sent;
    private final Mailboxes mailboxes;
    private final Clock clock;

    Janitor(Orphans orphans, SentMails sent, Mailboxes mailboxes, Clock clock) {
        this.orphans = orphans;
        this.sent = sent;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Integer> run() {
        Instant now = clock.instant();
        return orphans.due(now, AT_ONCE)
                .concatMap(orphan -> sweep(orphan, now))
                .then(sent.unread(now.minus(WORTH_READING), AT_ONCE)
                        .concatMap(this::read)
                        .then())
                .thenReturn(0);
    }

    private Mono<Void> sweep(Orphans.Orphan orphan, Instant now) {
        return orphans.settled(orphan)
                .flatMap(settled -> settled ? discard(orphan, now) : orphans.later(orphan.id(), now.plus(EVERY)));
    }

    private Mono<Void> discard(Orphans.Orphan orphan, Instant now) {
        String draftId = orphan.draftId();
        Flux<String> drafts = draftId == null ? marked(orphan) : Flux.just(draftId);
        return drafts.filterWhen(id -> orphans.stray(orphan, id))
                .concatMap(id -> mailboxes.discard(orphan.mailbox(), id))
                .then(Mono.defer(() -> orphans.done(orphan.id(), now)))
                .onErrorResume(MailboxException.class, _ -> orphans.later(orphan.id(), now.plus(LATER)));
    }

    /** Drafts with the mail's header, the mail's own perhaps among them. */
    private Flux<String> marked(Orphans.Orphan orphan) {
        return mailboxes
                .draftsMarked(orphan.mailbox(), orphan.header(), orphan.mark())
                .flatMapIterable(found -> found);
    }

    private Mono<Void> read(SentMails.Unread mail) {
        return mailboxes
                .messageId(mail.mailbox(), mail.gmailId())
                .flatMap(id -> sent.learn(mail.id(), id))
                .onErrorResume(MailboxException.class, _ -> Mono.empty());
    }
}
