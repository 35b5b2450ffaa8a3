package dev.usher.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as delivery needs it.
 *
 * @param type CONFERENCE, WEBINAR, ROUNDTABLE or MEETUP
 * @param zone in which its times are told
 * @param registrationUrl page of an outside platform that registers; null = ours does
 * @param capacity seats; null = no limit
 */
public record Gathering(
        String id,
        int version,
        boolean cancelled,
        String name,
        @Nullable String series,
        String type,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        Format format,
        @Nullable Place place,
        List<Slot> sessions,
        @Nullable String registrationUrl,
        @Nullable Integer capacity,
        @Nullable String host,
        @Nullable String hostEmail) {

    /** Room, screen or both. */
    public enum Format {
        IN_PERSON("in person"),
        VIRTUAL("online"),
        HYBRID("in person and online");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        /** How it is held, as in "held in person". */
        String words() {
            return words;
        }
    }

    /** Where people meet; each part may be unknown. */
    public record Place(
            @Nullable String name,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country) {

        /** One line; empty if nothing is known. */
        public String line() {
            return Stream.of(name, city, region)
                    .filter(part -> part != null && !part.isBlank())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /** One session. */
    public record Slot(String id, String title, Instant startsAt, Instant endsAt) {}

    /** In one line for people, such as 'Moscone West, San Francisco, or online'. */
    public String where() {
        String room = room();
        return switch (format) {
            case VIRTUAL -> "Online";
            case IN_PERSON -> room;
            case HYBRID -> room.isEmpty() ? "In person or online" : room + ", or online";
        };
    }

    /** To one who takes part this way; null = has not said. Empty where the place is not known. */
    public String where(@Nullable Attendance how) {
        if (format != Format.HYBRID || how == null) {
            return where();
        }
        return how == Attendance.VIRTUAL ? "Online" : room();
    }

    private String room() {
        return place == null ? "" : place.line();
    }

    /** True where one can take part this way; null = either way will do. */
    boolean offers(@Nullable Attendance how) {
        return how == null || format == Format.HYBRID || format.name().equals(how.name());
    }

    /** Place of the first of these ids that is no session of it, from 0; empty = all are. */
    OptionalInt foreign(List<String> ids) {
        Set<String> known = sessions.stream().map(Slot::id).collect(Collectors.toSet());
        return IntStream.range(0, ids.size())
                .filter(place -> !known.contains(ids.get(place)))
                .findFirst();
    }

    public boolean over(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** True where a seat taken this way counts against the capacity: a screen has no seats unless all are screens. */
    boolean seats(@Nullable Attendance attendance) {
        return format != Format.HYBRID || attendance != Attendance.VIRTUAL;
    }
}
