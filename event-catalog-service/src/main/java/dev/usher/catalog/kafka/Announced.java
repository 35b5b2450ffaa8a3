package dev.usher.catalog.kafka;

import dev.usher.catalog.Announcement;
import dev.usher.catalog.FollowUp;
import dev.usher.catalog.Venue;
import dev.usher.contracts.avro.AnnouncedSession;
import dev.usher.contracts.avro.Audience;
import dev.usher.contracts.avro.Deadline;
import dev.usher.contracts.avro.EventAnnouncement;
import dev.usher.contracts.avro.Host;
import dev.usher.contracts.avro.Links;
import dev.usher.contracts.avro.Offer;
import dev.usher.contracts.avro.Speaker;
import dev.usher.messaging.Received;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a record of topic {@code event-announcements} says. */
final class Announced {

    private Announced() {}

    /** The key is the event's id: a record without value or under another key is not an announcement. */
    static Announcement in(Received<EventAnnouncement> received) {
        EventAnnouncement said = received.value();
        if (said == null) {
            throw new RefusedAnnouncement("the record is empty; an event is cancelled by POST /api/events/{id}/cancel");
        }
        if (said.getId().isBlank()) {
            throw new RefusedAnnouncement("id is required");
        }
        if (!said.getId().equals(received.key())) {
            throw new RefusedAnnouncement("id is '%s' and the record's key is '%s'; they must be the same"
                    .formatted(said.getId(), received.key()));
        }
        return announcement(said);
    }

    private static Announcement announcement(EventAnnouncement said) {
        return new Announcement(
                said.getId(),
                said.getName(),
                said.getSeries(),
                said.getType(),
                said.getDescription(),
                said.getStartsAt(),
                said.getEndsAt(),
                said.getTimeZone(),
                said.getFormat(),
                told(said.getVenue(), v -> new Venue(v.getName(), v.getCity(), v.getRegion(), v.getCountry())),
                List.copyOf(said.getTopics()),
                each(said.getSessions(), Announced::session),
                told(said.getAudience(), Announced::audience),
                said.getRegistrationUrl(),
                told(said.getOffer(), Announced::offer),
                each(said.getDeadlines(), Announced::deadline),
                said.getCapacity(),
                told(said.getHost(), Announced::host),
                told(said.getFollowUp(), Announced::followUp));
    }

    private static Announcement.Session session(AnnouncedSession said) {
        return new Announcement.Session(
                said.getId(),
                said.getTitle(),
                said.getAbstract$(),
                said.getStartsAt(),
                said.getEndsAt(),
                each(said.getSpeakers(), Announced::speaker),
                said.getTrack(),
                said.getKind());
    }

    private static Announcement.Speaker speaker(Speaker said) {
        return new Announcement.Speaker(said.getName(), said.getTitle(), said.getCompany());
    }

    private static Announcement.Audience audience(Audience said) {
        return new Announcement.Audience(
                List.copyOf(said.getIndustries()),
                List.copyOf(said.getRegions()),
                List.copyOf(said.getRoles()),
                List.copyOf(said.getCompanySizes()));
    }

    private static Announcement.Offer offer(Offer said) {
        return new Announcement.Offer(said.getText(), said.getCode(), told(said.getExpiresOn(), Object::toString));
    }

    private static Announcement.Deadline deadline(Deadline said) {
        return new Announcement.Deadline(said.getText(), said.getOn().toString());
    }

    private static Announcement.Host host(Host said) {
        return new Announcement.Host(said.getName(), said.getEmail());
    }

    private static FollowUp followUp(Links said) {
        return new FollowUp(said.getRecordingUrl(), said.getSurveyUrl());
    }

    private static <T, R> @Nullable R told(@Nullable T said, Function<T, R> read) {
        return said == null ? null : read.apply(said);
    }

    private static <T, R> List<@Nullable R> each(List<T> said, Function<T, R> read) {
        return said.stream().<@Nullable R>map(read).toList();
    }
}
