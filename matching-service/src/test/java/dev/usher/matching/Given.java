package dev.usher.matching;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people and the event of the product's example. */
public final class Given {

    public static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant DAY_1 = Instant.parse("2027-03-16T16:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2027-03-17T16:00:00Z");

    private Given() {}

    public static Guest dataFlow() {
        return new Guest(
                customer(
                        "dataflow",
                        "DataFlow",
                        "SaaS/Technology",
                        new Place("Austin", "TX", "US"),
                        List.of("scaling operations"),
                        List.of("AI adoption")),
                List.of(),
                List.of());
    }

    public static Guest nobody() {
        return new Guest(unknown("nobody"), List.of(), List.of());
    }

    public static Customer unknown(String id) {
        return new Customer(
                id, 1, id, List.of(), null, null, null, null, null, List.of(), List.of(), List.of(), null, NOW);
    }

    public static Customer customer(
            String id,
            String name,
            @Nullable String industry,
            @Nullable Place home,
            List<String> challenges,
            List<String> interests) {
        return new Customer(
                id,
                1,
                name,
                List.of(),
                industry,
                "250",
                home,
                "America/Chicago",
                new Csm("csm-ana", "Ana", "ana@usher.example"),
                List.of(new Contact(
                        "maria",
                        "Maria Santos",
                        "maria@" + id + ".example",
                        "VP Customer Success",
                        Contact.Role.CHAMPION,
                        null,
                        null,
                        false)),
                challenges,
                interests,
                null,
                NOW);
    }

    public static Event summit() {
        return event(
                "summit",
                Event.Type.CONFERENCE,
                Event.Format.HYBRID,
                new Place("San Francisco", "CA", "US"),
                List.of("AI in CS", "Scaling Success", "Executive Engagement"),
                List.of(
                        session("keynote", "Opening Keynote: The Next Decade", "Where we go from here.", DAY_1, 0),
                        session(
                                "ai",
                                "Scaling CS with AI Agents",
                                "How teams let AI agents take over routine operations and grow without hiring.",
                                DAY_1,
                                6),
                        session("pricing", "Pricing Workshop", "Packages and price points that sell.", DAY_1, 6),
                        session(
                                "exec",
                                "Building Executive Relationships",
                                "Win and keep sponsors in the boardroom.",
                                DAY_2,
                                2),
                        session(
                                "table",
                                "Roundtable: SaaS Customer Success Leaders",
                                "Peers compare notes behind closed doors.",
                                DAY_2,
                                5),
                        session("party", "Evening Reception", "Drinks and music.", DAY_2, 9)),
                new Audience(List.of("SaaS", "Technology"), List.of(), List.of(), List.of()));
    }

    public static Event event(
            String id,
            Event.Type type,
            Event.Format format,
            @Nullable Place venue,
            List<String> topics,
            List<Session> sessions,
            Audience audience) {
        return new Event(
                id,
                1,
                Event.Status.ANNOUNCED,
                "2027 Customer Success Summit",
                "CS Summit",
                type,
                null,
                DAY_1,
                DAY_2.plusSeconds(36_000),
                ZoneId.of("America/Los_Angeles"),
                format,
                venue,
                topics,
                sessions,
                audience,
                NOW);
    }

    public static Session session(String id, String title, String summary, Instant day, int hour) {
        Instant start = day.plusSeconds(hour * 3600L);
        return new Session(id, title, summary, start, start.plusSeconds(3000), null, null);
    }

    public static Event with(Event event, int version, Event.Status status) {
        return new Event(
                event.id(),
                version,
                status,
                event.name(),
                event.series(),
                event.type(),
                event.description(),
                event.startsAt(),
                event.endsAt(),
                event.timeZone(),
                event.format(),
                event.venue(),
                event.topics(),
                event.sessions(),
                event.audience(),
                event.changedAt().plusSeconds(version));
    }
}
