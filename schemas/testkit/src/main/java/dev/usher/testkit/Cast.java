package dev.usher.testkit;

import dev.usher.contracts.avro.AnnouncedSession;
import dev.usher.contracts.avro.Audience;
import dev.usher.contracts.avro.Claim;
import dev.usher.contracts.avro.Contact;
import dev.usher.contracts.avro.ContactRole;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.Contribution;
import dev.usher.contracts.avro.Csm;
import dev.usher.contracts.avro.Deadline;
import dev.usher.contracts.avro.Host;
import dev.usher.contracts.avro.Location;
import dev.usher.contracts.avro.Offer;
import dev.usher.contracts.avro.PickedSession;
import dev.usher.contracts.avro.Session;
import dev.usher.contracts.avro.Speaker;
import dev.usher.contracts.avro.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** People, places and sessions of the {@link Samples}. */
final class Cast {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static final LocalDate FIRST_DAY = LocalDate.ofInstant(NOW, ZONE).plusDays(100);

    static final Instant STARTS_AT = on(1, 9);
    static final Instant ENDS_AT = on(2, 17);

    private Cast() {}

    static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE).toString();
    }

    static Venue venue() {
        return new Venue("Moscone West", "San Francisco", "CA", "US");
    }

    static Audience audience() {
        return new Audience(List.of("SaaS/Technology"), List.of(), List.of("VP Customer Success"), List.of());
    }

    static Offer offer() {
        return new Offer("Partner discount of 20 %", "PARTNER20", FIRST_DAY.minusDays(30));
    }

    static List<Deadline> deadlines() {
        return List.of(new Deadline("Early-bird ends", FIRST_DAY.minusDays(30)));
    }

    static Host host() {
        return new Host("Mo Berg", "mo@usher.example");
    }

    static Location austin() {
        return new Location("Austin", "TX", "US");
    }

    static Csm ana() {
        return new Csm("csm-ana", "Ana Keller", "ana@usher.example");
    }

    static Contact maria() {
        return Contact.newBuilder()
                .setId(Samples.CONTACT)
                .setName("Maria Santos")
                .setEmail("maria.santos@dataflow.example")
                .setTitle("VP Customer Success")
                .setRole(ContactRole.CHAMPION)
                .setOptedOut(false)
                .build();
    }

    static List<Session> sessions() {
        return List.of(
                session("agents", "Scaling CS with AI Agents", on(1, 14), "AI in CS"),
                session("executives", "Building Executive Relationships", on(2, 10), "Executive Engagement"),
                session("roundtable", "Roundtable of SaaS customer success leaders", on(2, 13), "Scaling Success"));
    }

    static List<AnnouncedSession> announcedSessions() {
        return sessions().stream()
                .map(session -> AnnouncedSession.newBuilder()
                        .setId(session.getId())
                        .setTitle(session.getTitle())
                        .setStartsAt(local(session.getStartsAt()))
                        .setEndsAt(local(session.getEndsAt()))
                        .setSpeakers(session.getSpeakers())
                        .setTrack(session.getTrack())
                        .build())
                .toList();
    }

    static List<PickedSession> picked() {
        return List.of(PickedSession.newBuilder()
                .setId("agents")
                .setTitle("Scaling CS with AI Agents")
                .setScore(0.9)
                .setBecause("speaks to your challenge 'scaling operations'")
                .setMatches("Scaling operations")
                .build());
    }

    static Content content() {
        return Content.newBuilder()
                .setRecipient(maria().getEmail())
                .setSender("ana@usher.example")
                .setSenderName("Ana Keller")
                .setRecipientName("Maria Santos")
                .setEventVersion(1)
                .setSubject("You're invited: Customer Success Summit (sessions you'll love)")
                .setHtml("<p>Hi Maria,</p><p>You are scaling operations.</p>")
                .setText("Hi Maria,\n\nYou are scaling operations.\n")
                .build();
    }

    static List<Contribution> contributions() {
        return List.of(
                new Contribution("CHALLENGES", 1.2, "Scaling operations is on the agenda", "Scaling operations"),
                new Contribution("INTERESTS", 0.8, "AI adoption is on the agenda", "AI adoption"));
    }

    static List<Claim> claims() {
        return List.of(new Claim("You are scaling operations", "customer.challenges[0] = Scaling operations"));
    }

    private static Session session(String id, String title, Instant startsAt, String track) {
        return Session.newBuilder()
                .setId(id)
                .setTitle(title)
                .setStartsAt(startsAt)
                .setEndsAt(startsAt.plus(Duration.ofMinutes(45)))
                .setSpeakers(List.of(new Speaker("Priya Raman", "Director of Customer Success", "Lumen Labs")))
                .setTrack(track)
                .build();
    }

    private static Instant on(int day, int hour) {
        return FIRST_DAY
                .plusDays(day - 1L)
                .atTime(LocalTime.of(hour, 0))
                .atZone(ZONE)
                .toInstant();
    }
}
