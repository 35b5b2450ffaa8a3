package dev.usher.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service mail, planned.
 *
 * @param detail what a CHANGE tells, or {@link #BY_GUEST}; empty = nothing
 * @param why why it was skipped; null otherwise
 */
public record Reminder(
        MailId mail,
        Guest guest,
        Instant dueAt,
        Status status,
        String detail,
        @Nullable String why) {

    /** The detail of a mail about what the guest did herself. */
    static final String BY_GUEST = "guest";

    /** What became of it. */
    public enum Status {
        PLANNED,
        SENT,
        SKIPPED
    }

    /** True where it tells what she did herself, not what became of the event. */
    public boolean byGuest() {
        return detail.equals(BY_GUEST);
    }

    static Reminder planned(MailId mail, Guest guest, Instant dueAt, String detail) {
        return new Reminder(mail, guest, dueAt, Status.PLANNED, detail, null);
    }

    Reminder skipped(String because) {
        return new Reminder(mail, guest, dueAt, Status.SKIPPED, detail, because);
    }

    Reminder sent() {
        return new Reminder(mail, guest, dueAt, Status.SENT, detail, null);
    }
}
