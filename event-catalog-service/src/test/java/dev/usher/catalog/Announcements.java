package dev.usher.catalog;

import dev.usher.contracts.avro.AnnouncedSession;
import dev.usher.contracts.avro.EventAnnouncement;
import dev.usher.contracts.avro.Venue;
import java.util.List;

/** Announcements as marketing's other systems put them on the topic. */
final class Announcements {

    private Announcements() {}

    /** A meetup in Lisbon with one session. */
    static EventAnnouncement meetup(String id) {
        return EventAnnouncement.newBuilder()
                .setId(id)
                .setName("Lisbon Customer Success Meetup")
                .setType("MEETUP")
                .setFormat("IN_PERSON")
                .setStartsAt("2027-06-03T18:00")
                .setEndsAt("2027-06-03T21:00")
                .setTimeZone("Europe/Lisbon")
                .setVenue(new Venue("Beato", "Lisbon", null, "Portugal"))
                .setSessions(List.of(session("welcome", "Welcome")))
                .build();
    }

    static AnnouncedSession session(String id, String title) {
        return AnnouncedSession.newBuilder()
                .setId(id)
                .setTitle(title)
                .setStartsAt("2027-06-03T18:00")
                .setEndsAt("2027-06-03T18:15")
                .build();
    }
}
