package dev.usher.gmail.post;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** How a mail fails to arrive, and the report of it that its sender gets (RFC 3464), in Gmail's words. */
public enum Bounce {
    /** There is no such address, now and ever. */
    HARD(
            "Failure",
            "failed",
            "5.1.1",
            "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.",
            "Address not found",
            "Your message wasn't delivered to %s because the address couldn't be found, or is unable to receive mail."),
    /** The mailbox is full; the server goes on trying. */
    SOFT(
            "Delay",
            "delayed",
            "4.2.2",
            "452-4.2.2 The recipient's inbox is out of storage space.",
            "Delivery incomplete",
            "There was a temporary problem delivering your message to %s. Gmail will retry for 46 more hours.");

    private static final String REPORT = """
            Return-Path: <>
            From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
            To: %1$s
            Auto-Submitted: auto-replied
            Subject: Delivery Status Notification (%2$s)
            In-Reply-To: %3$s
            References: %3$s
            Message-ID: %4$s
            Date: %5$s
            X-Failed-Recipients: %6$s
            MIME-Version: 1.0
            Content-Type: multipart/report; boundary="%7$s"; report-type=delivery-status

            --%7$s
            Content-Type: text/plain; charset=UTF-8

            ** %8$s **

            %9$s

            The response from the remote server was:
            %10$s

            --%7$s
            Content-Type: message/delivery-status

            Reporting-MTA: dns; googlemail.com
            Arrival-Date: %5$s
            X-Original-Message-ID: %3$s

            Final-Recipient: rfc822; %6$s
            Action: %11$s
            Status: %12$s
            Remote-MTA: dns; mail.%13$s
            Diagnostic-Code: smtp; %10$s
            Last-Attempt-Date: %5$s

            --%7$s
            Content-Type: message/rfc822

            %14$s
            --%7$s--
            """;

    private final String title;
    private final String action;
    private final String status;
    private final String diagnostic;
    private final String headline;
    private final String explanation;

    Bounce(String title, String action, String status, String diagnostic, String headline, String explanation) {
        this.title = title;
        this.action = action;
        this.status = status;
        this.diagnostic = diagnostic;
        this.headline = headline;
        this.explanation = explanation;
    }

    /** @param recipient who did not get the mail */
    Letter report(String recipient, Letter mail, String messageId, Instant now) {
        var report = REPORT.formatted(
                        mail.from().map(InternetAddress::getAddress).orElse(""),
                        title,
                        mail.messageId(),
                        messageId,
                        new MailDateFormat().format(Date.from(now)),
                        recipient,
                        "report-" + Integer.toHexString(messageId.hashCode()),
                        headline,
                        explanation.formatted(recipient),
                        diagnostic,
                        action,
                        status,
                        recipient.substring(recipient.indexOf('@') + 1),
                        new String(mail.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .replace("\n", "\r\n");
        return Letter.of(report.getBytes(StandardCharsets.UTF_8));
    }
}
