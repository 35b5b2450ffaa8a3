package dev.usher.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approved invitation, as its recipient's page and its service mails need it.
 *
 * @param sender the CSM's mailbox
 * @param senderName null = unknown
 * @param sessions picked for this guest; empty = none
 * @param suggested null = not said
 */
public record Invited(
        MailId mail,
        Guest guest,
        String sender,
        @Nullable String senderName,
        List<PickedSession> sessions,
        @Nullable Attendance suggested) {

    public String invitationId() {
        return mail.invitationId();
    }

    /** How she signs, for people. */
    public String host() {
        return senderName == null ? sender : senderName;
    }
}
