package dev.usher.gmail.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the owner of a mailbox, her absence note and her mail server write back. */
public final class Correspondence {
    private static final String NOTE =
            "Thank you for your message. I am out of the office and will answer when I return.";

    private final PostOffice office;
    private final Clock clock;
    private final Ids ids = new Ids();

    public Correspondence(PostOffice office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    /** A new mail, sent. */
    public Message write(String user, String to, String subject, String text) {
        return office.send(user, written(fields(user, to, subject), text), null);
    }

    /** Answers to Reply-To or From, in the thread. */
    public Message reply(String user, String id, String text) {
        var message = office.message(user, id);
        var letter = office.letter(message);
        var reply = written(answer(user, letter, "Re: " + letter.topic()), text);
        return office.send(user, reply, message.threadId());
    }

    /**
     * As a calendar or mail program answers in the owner's absence (RFC 3834).
     *
     * @param text empty for the usual words
     */
    public Message outOfOffice(String user, String id, String text) {
        var letter = office.letter(office.message(user, id));
        var absence = answer(user, letter, "Automatic reply: " + letter.header("Subject"))
                .with("Auto-Submitted", "auto-replied")
                .with("X-Auto-Response-Suppress", "All")
                .with("Precedence", "bulk");
        return office.send(user, written(absence, text.isBlank() ? NOTE : text), null);
    }

    /**
     * The mail did not reach the owner: its sender gets a delivery report. A mail that failed for good leaves her inbox, one that is
     * delayed stays.
     */
    public Message bounce(String user, String id, Bounce kind) {
        var message = office.message(user, id);
        var letter = office.letter(message);
        var report = kind.report(user, letter, ids.messageId(), clock.instant());
        if (kind == Bounce.HARD) {
            office.relabel(user, id, List.of(Label.TRASH), List.of(Label.INBOX, Label.UNREAD));
        }
        return office.receive(sender(letter, "Return-Path", "From"), report);
    }

    /** Headers to write, in order. */
    private record Fields(Map<String, String> values) {
        Fields with(String name, String value) {
            values.put(name, value);
            return this;
        }
    }

    private static Fields fields(String user, String to, String subject) {
        return new Fields(new LinkedHashMap<>())
                .with("From", user)
                .with("To", to)
                .with("Subject", subject);
    }

    private static Fields answer(String user, Letter letter, String subject) {
        var references = Stream.of(letter.header("References"), letter.messageId())
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining(" "));
        return fields(addressed(user, letter), sender(letter, "Reply-To", "From"), subject)
                .with("In-Reply-To", letter.messageId())
                .with("References", references);
    }

    /** The owner, under the name by which the mail called her. */
    private static String addressed(String user, Letter letter) {
        return letter.addresses("To").stream()
                .filter(it -> it.getAddress().equalsIgnoreCase(user))
                .findFirst()
                .map(InternetAddress::toString)
                .orElse(user);
    }

    private static String sender(Letter letter, String first, String second) {
        return Stream.of(first, second)
                .flatMap(it -> letter.addresses(it).stream())
                .map(InternetAddress::getAddress)
                .findFirst()
                .map(PostOffice::name)
                .orElseThrow(() -> Refused.invalid("The mail has no sender"));
    }

    private Letter written(Fields fields, String text) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom(new InternetAddress(fields.values().get("From"), true));
            mail.setRecipients(
                    jakarta.mail.Message.RecipientType.TO,
                    recipients(fields.values().getOrDefault("To", "")));
            mail.setSubject(fields.values().get("Subject"), "UTF-8");
            mail.setSentDate(Date.from(clock.instant()));
            mail.setText(text, "UTF-8");
            for (var field : fields.values().entrySet()) {
                if (mail.getHeader(field.getKey()) == null) {
                    mail.setHeader(field.getKey(), field.getValue());
                }
            }
            return bytes(mail);
        } catch (MessagingException | IOException e) {
            throw Refused.invalid("The mail cannot be written: " + e.getMessage());
        }
    }

    private static InternetAddress[] recipients(String to) throws AddressException {
        return InternetAddress.parse(to, true);
    }

    private static Letter bytes(MimeMessage mail) throws MessagingException, IOException {
        mail.saveChanges();
        var out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return Letter.of(out.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }
}
