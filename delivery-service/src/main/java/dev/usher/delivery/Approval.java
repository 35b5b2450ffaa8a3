package dev.usher.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's Yes to one mail.
 *
 * @param approvedHash the hash she approved, 64 hex digits; empty if the record named none
 * @param actualHash the hash of the content as it arrived, computed here
 * @param suggested how the mail suggests to take part; null = not said
 * @param sendAt not before this time; null = at once
 */
public record Approval(
        MailId mail,
        Guest guest,
        int revision,
        String approvedHash,
        String actualHash,
        Content content,
        List<PickedSession> sessions,
        @Nullable Attendance suggested,
        @Nullable Instant sendAt) {

    /** True where the bytes are those that the person saw. */
    public boolean genuine() {
        return approvedHash.equals(actualHash);
    }
}
