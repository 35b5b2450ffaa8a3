package dev.usher.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes mails from facts, and from nothing else. */
public interface Drafting {

    /** The mail this person would get. */
    Draft write(Facts facts);

    /** The mail as a person rewrote it: markup made safe, facts checked anew. */
    Draft rewrite(Facts facts, Edit edit);

    /**
     * All that a sentence may rest on.
     *
     * @param firstMail subject of the invitation this one follows; null = it is the first
     * @param seat the guest's last registration status, of any mail to this event; null = none
     * @param warnings what the person must be told besides
     */
    record Facts(
            String invitationId,
            MailKind kind,
            int number,
            Event event,
            Customer customer,
            Customer.Contact contact,
            Match match,
            @Nullable String firstMail,
            @Nullable String seat,
            List<String> warnings,
            Instant now) {}

    /** What a person typed; exactly one of {@code text} and {@code html} is there. */
    record Edit(
            String subject, @Nullable String text, @Nullable String html) {}
}
