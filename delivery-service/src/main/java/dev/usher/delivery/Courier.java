package dev.usher.delivery;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Carries one claimed mail as far as it goes now. The promise: never more than one mail for an approval, and exactly one
 * unless Gmail or a person removed the draft; then a person is asked. Never a guess.
 *
 * <p>A draft is made first, and only a draft that is on record is ever sent: Gmail consumes it once, whoever asks, however
 * often. So a worker may die or wake up anywhere in here.
 */
@Service
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private static final String GONE = "the draft is gone";

    private final Mailboxes mailboxes;
    private final Ledger ledger;
    private final Pace pace;

    Courier(Mailboxes mailboxes, Ledger ledger, Pace pace) {
        this.mailboxes = mailboxes;
        this.ledger = ledger;
        this.pace = pace;
    }

    Mono<Void> carry(Delivery mail) {
        return switch (mail.state()) {
            case PENDING ->
                drafted(mail).flatMap(this::send).onErrorResume(MailboxException.class, no -> back(mail, no));
            case SENDING -> ledger.unknown(mail, "its worker stopped while sending");
            case UNKNOWN -> settle(mail).onErrorResume(MailboxException.class, no -> back(mail, no));
            case ACCEPTED, NEEDS_HUMAN, REFUSED, WITHDRAWN -> Mono.empty();
        };
    }

    /** The mail with its draft on record; empty where another worker's draft won. */
    private Mono<Delivery> drafted(Delivery mail) {
        return pace.spend(mail.mailbox(), Pace.MAIL)
                .then(Mono.defer(() -> mail.draft() != null ? Mono.just(mail) : draft(mail)));
    }

    private Mono<Delivery> draft(Delivery mail) {
        return mailboxes
                .historyId(mail.mailbox())
                .flatMap(
                        history -> threaded(mail, history).onErrorResume(MailboxException.class, no -> doubt(mail, no)))
                .flatMap(draft -> ledger.keep(mail, draft));
    }

    /** In the earlier mail's thread; on its own where a person removed that. */
    private Mono<Draft> threaded(Delivery mail, String history) {
        return mailboxes
                .draft(mail.mailbox(), mail.raw(), mail.replyTo(), history)
                .onErrorResume(
                        MailboxException.class,
                        no -> mail.replyTo() != null && no.failure() instanceof Failure.Missing
                                ? mailboxes.draft(mail.mailbox(), mail.raw(), null, history)
                                : Mono.error(no));
    }

    private Mono<Draft> doubt(Delivery mail, MailboxException no) {
        Mono<Draft> failed = Mono.error(no);
        return no.failure() instanceof Failure.NoAnswer
                ? ledger.draftInDoubt(mail).then(failed)
                : failed;
    }

    /** One drafts.send of the draft on record, after SENDING is on disk. */
    private Mono<Void> send(Delivery mail) {
        boolean doubted = mail.state() == State.UNKNOWN;
        return ledger.begin(mail).flatMap(sending -> handOver(sending, draftOf(sending), doubted));
    }

    /** @param doubted an earlier sending of it was never answered, and may still be on its way */
    private Mono<Void> handOver(Delivery sending, Draft draft, boolean doubted) {
        return mailboxes
                .send(sending.mailbox(), draft, sending.raw())
                .map(Optional::of)
                .onErrorResume(
                        MailboxException.class,
                        no -> (doubted ? backInDoubt(sending, no) : back(sending, no)).thenReturn(Optional.empty()))
                .flatMap(sent -> sent.map(id -> accepted(sending, id)).orElseGet(Mono::empty));
    }

    private Mono<Void> accepted(Delivery sent, String gmailId) {
        return mailboxes
                .messageId(sent.mailbox(), gmailId)
                .map(Optional::of)
                .onErrorResume(MailboxException.class, _ -> Mono.empty())
                .defaultIfEmpty(Optional.empty())
                .flatMap(real -> ledger.accepted(sent, gmailId, real.orElse(null)));
    }

    /** After the quarantine: a draft still there is unsent for certain; one that is gone proves nothing. */
    private Mono<Void> settle(Delivery mail) {
        return pace.spend(mail.mailbox(), Pace.RECONCILING)
                .then(Mono.defer(() -> mailboxes.holds(mail.mailbox(), draftOf(mail))))
                .flatMap(there -> there ? unsent(mail) : search(mail, GONE));
    }

    private Mono<Void> unsent(Delivery mail) {
        return ledger.clearance(mail).flatMap(clearance -> switch (clearance) {
            case Clearance.Go _ -> send(mail);
            case Clearance.Stop stop -> callBack(mail, stop);
        });
    }

    private Mono<Void> callBack(Delivery mail, Clearance.Stop stop) {
        return mailboxes
                .discard(mail.mailbox(), draftOf(mail).id())
                .flatMap(gone -> gone ? ledger.ended(mail, stop.end(), stop.why()) : search(mail, GONE));
    }

    /** @param besides what a person is told of, where no sent message bears the header */
    private Mono<Void> search(Delivery mail, String besides) {
        return mailboxes
                .findSent(
                        mail.mailbox(),
                        draftOf(mail),
                        mail.mail().header(),
                        mail.mail().mark())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> found.map(id -> accepted(mail, id)).orElseGet(() -> askAPerson(mail, besides)));
    }

    private Mono<Void> askAPerson(Delivery mail, String besides) {
        return ledger.ended(
                mail,
                State.NEEDS_HUMAN,
                besides + ", and in " + mail.mailbox()
                        + " no sent message bears this mail's header: look into the mailbox");
    }

    /** Sent a second time, and Gmail said no: that speaks for this sending only, not for the one it never answered. */
    private Mono<Void> backInDoubt(Delivery sending, MailboxException no) {
        log.info("{} stays in doubt: {}", sending.mail().mark(), no.getMessage());
        return no.failure() instanceof Failure.Rejected rejected
                ? search(sending, "a sending was not answered, and the next was refused (" + rejected.why() + ")")
                        .onErrorResume(MailboxException.class, lost -> ledger.unsettled(sending, lost.failure()))
                : ledger.unsettled(sending, no.failure());
    }

    private Mono<Void> back(Delivery mail, MailboxException no) {
        log.info("{} is set back: {}", mail.mail().mark(), no.getMessage());
        return ledger.setBack(mail, no.failure());
    }

    private static Draft draftOf(Delivery mail) {
        Draft draft = mail.draft();
        if (draft == null) {
            throw new IllegalStateException(mail.mail().mark() + " is " + mail.state() + " without a draft");
        }
        return draft;
    }
}
