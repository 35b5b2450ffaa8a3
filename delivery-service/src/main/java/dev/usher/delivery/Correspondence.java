package dev.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what came back to used mailboxes: replies and bounces, told by the Message-IDs and threads they answer to. */
@Service
class Correspondence implements Chore {

    private static final Logger log = LoggerFactory.getLogger(Correspondence.class);
    private static final int AT_ONCE = 10;

    private final MailboxBook book;
    private final Mailboxes mailboxes;
    private final SentMails sent;
    private final Feedback feedback;
    private final DeliverySettings settings;
    private final Pace pace;

    Correspondence(
            MailboxBook book,
            Mailboxes mailboxes,
            SentMails sent,
            Feedback feedback,
            DeliverySettings settings,
            Pace pace) {
        this.book = book;
        this.mailboxes = mailboxes;
        this.sent = sent;
        this.feedback = feedback;
        this.settings = settings;
        this.pace = pace;
    }

    @Override
    public Duration every() {
        return settings.readEvery();
    }

    @Override
    public Mono<Integer> run() {
        Instant now = pace.now();
        return book.toRead(now.minus(settings.readEvery()), now, AT_ONCE)
                .concatMap(this::read)
                .then(Mono.just(0));
    }

    private Mono<Void> read(MailboxBook.Seen seen) {
        return page(seen.mailbox(), seen.history())
                .expand(post -> post.more() ? page(seen.mailbox(), post.historyId()) : Mono.empty())
                .then()
                .onErrorResume(MailboxException.class, no -> {
                    log.info("{} could not be read: {}", seen.mailbox(), no.getMessage());
                    return Mono.empty();
                });
    }

    /** Each page is kept before the next is asked for: of a long backlog nothing is read twice. */
    private Mono<Mailboxes.Post> page(String mailbox, String from) {
        return mailboxes
                .since(mailbox, from)
                .flatMap(post -> keep(mailbox, post).thenReturn(post));
    }

    private Mono<Void> keep(String mailbox, Mailboxes.Post post) {
        return pace.inOne(Flux.fromIterable(post.incoming())
                .concatMap(message -> answered(mailbox, message))
                .then(book.seen(mailbox, post.historyId())));
    }

    /** An out-of-office is no reply. */
    private Mono<Boolean> answered(String mailbox, Mailboxes.Incoming message) {
        if (message.failed()) {
            return sent.answered(mailbox, message.references(), "")
                    .flatMap(mail -> feedback.bounced(mail, message.lasting(), pace.now()));
        }
        return message.auto() ? Mono.just(false) : replied(mailbox, message);
    }

    private Mono<Boolean> replied(String mailbox, Mailboxes.Incoming message) {
        return sent.answered(mailbox, message.references(), message.threadId())
                .filter(mail -> mail.mail().kind().approved())
                .flatMap(mail -> feedback.came(mail, Outcome.REPLIED, "a reply from " + message.from(), pace.now()));
    }
}
