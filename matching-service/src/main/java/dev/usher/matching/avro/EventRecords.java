package dev.usher.matching.avro;

import dev.usher.contracts.avro.Venue;
import dev.usher.matching.Audience;
import dev.usher.matching.Event;
import dev.usher.matching.Place;
import dev.usher.matching.Session;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Events, from their topic. */
public final class EventRecords {

    private EventRecords() {}

    public static Event read(dev.usher.contracts.avro.Event record) {
        return new Event(
                record.getId(),
                record.getVersion(),
                Event.Status.valueOf(record.getStatus().name()),
                record.getName(),
                record.getSeries(),
                Event.Type.valueOf(record.getType().name()),
                record.getDescription(),
                record.getStartsAt(),
                record.getEndsAt(),
                ZoneId.of(record.getTimeZone()),
                Event.Format.valueOf(record.getFormat().name()),
                venue(record.getVenue()),
                record.getTopics(),
                record.getSessions().stream().map(EventRecords::session).toList(),
                audience(record.getAudience()),
                record.getChangedAt());
    }

    private static Session session(dev.usher.contracts.avro.Session session) {
        return new Session(
                session.getId(),
                session.getTitle(),
                session.getAbstract$(),
                session.getStartsAt(),
                session.getEndsAt(),
                session.getTrack(),
                session.getKind());
    }

    private static @Nullable Place venue(@Nullable Venue venue) {
        return venue == null ? null : new Place(venue.getCity(), venue.getRegion(), venue.getCountry());
    }

    private static Audience audience(dev.usher.contracts.avro.@Nullable Audience audience) {
        return audience == null
                ? Audience.EVERYONE
                : new Audience(
                        audience.getIndustries(),
                        audience.getRegions(),
                        audience.getRoles(),
                        audience.getCompanySizes());
    }
}
