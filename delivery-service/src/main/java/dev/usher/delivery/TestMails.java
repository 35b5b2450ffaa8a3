package dev.usher.delivery;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Sends a draft to the mailbox it would go from, so that its owner sees it as it will look. */
@Service
public class TestMails {

    private final Envelopes envelopes;
    private final Mailboxes mailboxes;

    TestMails(Envelopes envelopes, Mailboxes mailboxes) {
        this.envelopes = envelopes;
        this.mailboxes = mailboxes;
    }

    /** Answers the message's id. Fails with {@link Envelopes.Unsendable} or {@link MailboxException}. */
    public Mono<String> send(String mailbox, String subject, String html, String text) {
        Content content = new Content(mailbox, null, mailbox, null, 0, subject, html, text);
        return Mono.fromCallable(() -> envelopes.sealTest(content)).flatMap(raw -> mailboxes.sendTest(mailbox, raw));
    }
}
