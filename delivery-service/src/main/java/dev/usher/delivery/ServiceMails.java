package dev.usher.delivery;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Writes service mails from facts. */
public interface ServiceMails {

    /** @param zone the guest's own; null = unknown */
    record Facts(
            Reminder reminder,
            Registration registration,
            Gathering event,
            Invited invited,
            @Nullable ZoneId zone) {}

    /** @param calendar null = none goes along */
    record Written(Content content, Envelopes.@Nullable Calendar calendar) {}

    Written write(Facts facts);
}
