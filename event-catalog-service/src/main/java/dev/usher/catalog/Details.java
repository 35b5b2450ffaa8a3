package dev.usher.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event, all of it checked by {@link Reading}: two equal Details tell a guest the same. Times are
 * whole milliseconds and carry the offset that {@code timeZone} has at that moment; texts are never blank.
 *
 * @param startsAt before {@code endsAt}, as in every session, and no session leaves these bounds
 * @param venue its country is ISO 3166-1 alpha-2; null = unknown or virtual
 * @param topics empty = unknown
 * @param sessions the agenda, in the order told, ids unique; empty = none
 * @param audience null = everyone
 * @param registrationUrl absolute http or https page of an outside platform; null = our own page registers
 * @param capacity seats, 1 and up; null = unlimited
 */
public record Details(
        String name,
        @Nullable String series,
        EventType type,
        @Nullable String description,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        ZoneId timeZone,
        EventFormat format,
        @Nullable Venue venue,
        List<String> topics,
        List<Session> sessions,
        @Nullable Audience audience,
        @Nullable String registrationUrl,
        @Nullable Offer offer,
        List<Deadline> deadlines,
        @Nullable Integer capacity,
        @Nullable Host host,
        @Nullable FollowUp followUp) {

    /** One item of the agenda. */
    public record Session(
            String id,
            String title,
            @JsonProperty("abstract") @Nullable String summary,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            List<Speaker> speakers,
            @Nullable String track,
            @Nullable String kind) {}

    public record Speaker(
            String name, @Nullable String title, @Nullable String company) {}

    /** Whom the host wants; an empty list does not restrict, and not all are empty. */
    public record Audience(
            List<String> industries, List<String> regions, List<String> roles, List<String> companySizes) {

        static final Audience EVERYONE = new Audience(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * What makes registering now worthwhile.
     *
     * @param expiresOn last day it is valid, in the event's zone; null = with the event
     */
    public record Offer(
            String text, @Nullable String code, @Nullable LocalDate expiresOn) {}

    /** A day to tell the guest, in the event's zone. */
    public record Deadline(String text, LocalDate on) {}

    public record Host(String name, @Nullable String email) {}
}
