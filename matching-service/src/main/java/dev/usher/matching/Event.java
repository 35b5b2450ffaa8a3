package dev.usher.matching;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What matching needs to know of an event, one version of it. */
public record Event(
        String id,
        int version,
        Status status,
        String name,
        @Nullable String series,
        Type type,
        @Nullable String description,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        Format format,
        @Nullable Place venue,
        List<String> topics,
        List<Session> sessions,
        Audience audience,
        Instant changedAt) {

    /** What a version did to its event. */
    public enum Status {
        ANNOUNCED,
        CHANGED,
        CANCELLED
    }

    /** The kind of gathering. */
    public enum Type {
        CONFERENCE,
        WEBINAR,
        ROUNDTABLE,
        MEETUP
    }

    /** Room, screen or both. */
    public enum Format {
        IN_PERSON,
        VIRTUAL,
        HYBRID
    }

    public boolean cancelled() {
        return status == Status.CANCELLED;
    }

    /** Neither cancelled nor over. */
    public boolean upcoming(Instant now) {
        return !cancelled() && endsAt.isAfter(now);
    }
}
