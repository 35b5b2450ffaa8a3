package dev.usher.invitation;

import dev.usher.invitation.Customer.Contact;
import dev.usher.invitation.Event.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People and events for decisions that need no server. */
public final class Cast {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    public static final Contact MARIA = new Contact(
            "maria", "Maria Santos", "maria.santos@dataflow.example", "VP Customer Success", "CHAMPION", null, false);

    private Cast() {}

    public static Instant at(int day, int hour) {
        return LocalDate.of(2027, 3, 8 + day).atTime(hour, 0).atZone(PACIFIC).toInstant();
    }

    public static Event summit() {
        return event(Event.Type.CONFERENCE, "2027 Customer Success Summit", at(1, 9), at(2, 17), Event.Format.HYBRID);
    }

    public static Event event(Event.Type type, String name, Instant from, Instant to, Event.Format format) {
        return new Event(
                "summit",
                1,
                false,
                null,
                name,
                type,
                format,
                from,
                to,
                PACIFIC,
                new Event.Venue("Moscone West", "San Francisco", "CA", "US"),
                List.of("AI in CS", "Scaling Success", "Executive Engagement"),
                List.of(
                        session("agents", "Scaling CS with AI Agents", at(1, 14)),
                        session("executives", "Building Executive Relationships", at(2, 10))),
                new Event.Offer("20 % partner discount", "PARTNER20", LocalDate.of(2027, 2, 15)),
                List.of(new Event.Deadline("Early-bird registration ends", LocalDate.of(2027, 2, 15))),
                null,
                null,
                null,
                null);
    }

    private static Session session(String id, String title, Instant at) {
        return new Session(
                id,
                title,
                at,
                at.plusSeconds(2700),
                List.of(new Event.Speaker("Ines Berg", null, "Nordlicht")),
                "TALK");
    }

    public static Customer dataFlow(Contact... contacts) {
        return customer(List.of("Scaling operations", "Adopting AI"), List.of("executive engagement"), contacts);
    }

    public static Customer customer(List<String> challenges, List<String> interests, Contact... contacts) {
        return new Customer(
                "dataflow",
                1,
                "DataFlow",
                List.of(),
                "SaaS/Technology",
                new Customer.Location("Austin", "TX", "US"),
                ZoneId.of("America/Chicago"),
                new Customer.Csm("csm-ana", "Ana Keller", "ana@usher.example"),
                List.of(contacts),
                challenges,
                interests);
    }

    public static Contact contact(String id, @Nullable String role, boolean optedOut) {
        return new Contact(id, id + " Doe", id + "@dataflow.example", null, role, null, optedOut);
    }

    public static Match match() {
        return new Match(
                0.9,
                List.of(new Match.Part("CHALLENGES", 1.2, "Scaling operations is on the agenda", "Scaling operations")),
                List.of(
                        new Match.Pick(
                                "executives", "Building Executive Relationships", 0.8, "fits", "executive engagement"),
                        new Match.Pick("agents", "Scaling CS with AI Agents", 0.9, "fits", "Scaling operations")),
                "VIRTUAL",
                "Austin is a flight away",
                "hand-set-1",
                1);
    }

    public static Invitation requested() {
        return Invitation.requested(
                "i-1",
                new Occasion("summit", "dataflow", null, MailKind.INVITATION, 1),
                dataFlow(MARIA),
                MARIA,
                new Reason.CsmRequest("csm-ana", null),
                NOW);
    }

    static Draft draft(String hash) {
        Mail mail = new Mail(
                "maria.santos@dataflow.example", "Maria Santos", "ana@usher.example", "Ana", 1, "S", "<p>", "t");
        return new Draft(mail, hash, List.of(), List.of(), false);
    }

    static Change by(String who) {
        return new Change(who, NOW, null);
    }

    static Invitation drafted(String hash) {
        return next(requested().drafted(draft(hash), match(), dataFlow(MARIA), MARIA, by("matching")));
    }

    static Invitation approved(String hash) {
        return next(drafted(hash).approve(hash, by("csm-ana"), null));
    }

    static Invitation next(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.next();
            case Outcome.Asked asked -> asked.next();
            default -> throw new AssertionError(outcome);
        };
    }
}
