package dev.usher.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about an event, by either door and before anyone has looked at it: every part may be absent or
 * wrong. {@link Reading} makes {@link Details} of it.
 *
 * @param startsAt ISO 8601, local in {@code timeZone} or with an offset; so are all times in here
 * @param venue its country in any form people write it
 */
public record Announcement(
        @Nullable String id,
        @Nullable String name,
        @Nullable String series,
        @Nullable String type,
        @Nullable String description,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String timeZone,
        @Nullable String format,
        @Nullable Venue venue,
        @Nullable List<@Nullable String> topics,
        @Nullable List<@Nullable Session> sessions,
        @Nullable Audience audience,
        @Nullable String registrationUrl,
        @Nullable Offer offer,
        @Nullable List<@Nullable Deadline> deadlines,
        @Nullable Integer capacity,
        @Nullable Host host,
        @Nullable FollowUp followUp) {

    public record Session(
            @Nullable String id,
            @Nullable String title,
            @JsonProperty("abstract") @Nullable String summary,
            @Nullable String startsAt,
            @Nullable String endsAt,
            @Nullable List<@Nullable Speaker> speakers,
            @Nullable String track,
            @Nullable String kind) {}

    public record Speaker(
            @Nullable String name,
            @Nullable String title,
            @Nullable String company) {}

    public record Audience(
            @Nullable List<@Nullable String> industries,
            @Nullable List<@Nullable String> regions,
            @Nullable List<@Nullable String> roles,
            @Nullable List<@Nullable String> companySizes) {}

    public record Offer(
            @Nullable String text,
            @Nullable String code,
            @Nullable String expiresOn) {}

    public record Deadline(@Nullable String text, @Nullable String on) {}

    public record Host(@Nullable String name, @Nullable String email) {}
}
