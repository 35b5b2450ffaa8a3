package dev.usher.invitation.drafting;

import dev.usher.contracts.ContentHash;
import dev.usher.contracts.avro.Content;
import dev.usher.invitation.Mail;
import dev.usher.invitation.MailKind;

/** The content hash of a mail of ours. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Mail mail, MailKind kind, int number) {
        Content content = Content.newBuilder()
                .setRecipient(mail.recipient())
                .setSender(mail.sender())
                .setEventVersion(mail.eventVersion())
                .setSubject(mail.subject())
                .setHtml(mail.html())
                .setText(mail.text())
                .build();
        return ContentHash.of(content, dev.usher.contracts.avro.MailKind.valueOf(kind.name()), number);
    }
}
