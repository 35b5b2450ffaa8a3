package dev.usher.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param revision approved revision; 0 for a service mail
 * @param contentHash SHA-256 of the content, lower-case hex
 * @param sessions sessions the mail recommends; empty = none
 * @param suggested how the mail suggests to take part; null = not said
 * @param dueAt not to be sent before
 */
public record Commission(
        MailId mail,
        Guest guest,
        int revision,
        String contentHash,
        Content content,
        List<PickedSession> sessions,
        @Nullable Attendance suggested,
        Instant dueAt) {

    static Commission of(Approval approval, Instant now) {
        Instant sendAt = approval.sendAt();
        return new Commission(
                approval.mail(),
                approval.guest(),
                approval.revision(),
                approval.actualHash(),
                approval.content(),
                approval.sessions(),
                approval.suggested(),
                sendAt == null || sendAt.isBefore(now) ? now : sendAt);
    }
}
