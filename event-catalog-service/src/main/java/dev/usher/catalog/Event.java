package dev.usher.catalog;

import dev.usher.catalog.Outcome.Published;
import dev.usher.catalog.Outcome.Refused;
import dev.usher.catalog.Outcome.Unchanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as of one version, and what may become of it. Announced once, changed as often as need be, cancelled for
 * good.
 *
 * @param version 1 for the first announcement, +1 with every change
 * @param why reason of the cancellation; null = not cancelled, or not told
 * @param changedAt when this version was decided
 */
public record Event(
        String id,
        int version,
        EventStatus status,
        Details details,
        @Nullable String why,
        Instant changedAt) {

    static Outcome announced(String id, Details details, Instant now) {
        return new Published(new Event(id, 1, EventStatus.ANNOUNCED, details, null, now));
    }

    /** Saying again what is known already changes nothing, so that no guest is written to for nothing. */
    Outcome changed(Details said, Instant now) {
        if (status == EventStatus.CANCELLED) {
            return new Refused(new Refusal.Cancelled(id));
        }
        return said.equals(details)
                ? new Unchanged(this)
                : new Published(new Event(id, version + 1, EventStatus.CHANGED, said, null, now));
    }

    /** Cancelling twice is cancelling once; the first reason stands. */
    Outcome cancelled(@Nullable String because, Instant now) {
        return status == EventStatus.CANCELLED
                ? new Unchanged(this)
                : new Published(new Event(id, version + 1, EventStatus.CANCELLED, details, because, now));
    }
}
