package dev.usher.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of an event, as the catalogue last told it. Abstracts are left out: no mail quotes them. */
public record Event(
        String id,
        int version,
        boolean cancelled,
        @Nullable String cancelledWhy,
        String name,
        Type type,
        Format format,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        @Nullable Venue venue,
        List<String> topics,
        List<Session> sessions,
        @Nullable Offer offer,
        List<Deadline> deadlines,
        @Nullable Integer capacity,
        @Nullable Host host,
        @Nullable String recordingUrl,
        @Nullable String surveyUrl) {

    /** The kind of gathering; each has a structure and tone of its own. */
    public enum Type {
        CONFERENCE,
        WEBINAR,
        ROUNDTABLE,
        MEETUP
    }

    /** Where people meet. */
    public enum Format {
        IN_PERSON,
        VIRTUAL,
        HYBRID
    }

    /** Every part may be unknown. */
    public record Venue(
            @Nullable String name,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country) {}

    /** One item of the agenda. */
    public record Session(
            String id,
            String title,
            Instant startsAt,
            Instant endsAt,
            List<Speaker> speakers,
            @Nullable String kind) {}

    /** A person on stage. */
    public record Speaker(
            String name, @Nullable String title, @Nullable String company) {}

    /**
     * What makes registering now worthwhile.
     *
     * @param expiresOn last day, in the event's zone; null = with the event
     */
    public record Offer(
            String text, @Nullable String code, @Nullable LocalDate expiresOn) {}

    /** A date to tell the guest, in the event's zone. */
    public record Deadline(String text, LocalDate on) {}

    /** Who answers for the event. */
    public record Host(String name, @Nullable String email) {}

    /** Whether nobody can come any more. */
    public boolean over(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** The item of that id, if the agenda still has it. */
    public Optional<Session> session(String sessionId) {
        return sessions.stream().filter(s -> s.id().equals(sessionId)).findFirst();
    }
}
