package dev.usher.catalog;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Announcements to vary: JSON, as it is the shortest way to say "the same, but". */
public final class Said {

    private static final JsonMapper JSON = new JsonMapper();

    private Said() {}

    /** A conference of two days in San Francisco with two sessions; everything that can be said is said. */
    static ObjectNode summit() {
        return (ObjectNode) JSON.readTree("""
                {"name": "2027 Customer Success Summit", "series": "Customer Success Summit", "type": "CONFERENCE",
                 "description": "Two days for people\\nwho look after customers.",
                 "startsAt": "2027-03-10T09:00", "endsAt": "2027-03-11T17:00", "timeZone": "America/Los_Angeles",
                 "format": "HYBRID",
                 "venue": {"name": "Pier 27", "city": "San Francisco", "region": "CA", "country": "USA"},
                 "topics": ["AI in CS", "Scaling Success"],
                 "sessions": [
                   {"id": "agents", "title": "Scaling CS with AI Agents", "abstract": "What works.",
                    "startsAt": "2027-03-10T14:00", "endsAt": "2027-03-10T14:45",
                    "speakers": [{"name": "Li Wei", "title": "VP", "company": "Example"}], "track": "AI", "kind": "TALK"},
                   {"id": "executives", "title": "Building Executive Relationships",
                    "startsAt": "2027-03-11T08:30", "endsAt": "2027-03-11T11:00"}],
                 "audience": {"industries": ["SaaS"], "regions": [], "roles": [], "companySizes": []},
                 "registrationUrl": "https://events.example/summit",
                 "offer": {"text": "20 % partner discount", "code": "PARTNER20", "expiresOn": "2027-02-15"},
                 "deadlines": [{"text": "Early-bird registration ends", "on": "2027-02-15"}],
                 "capacity": 400, "host": {"name": "Events team", "email": "events@host.example"},
                 "followUp": {"recordingUrl": "https://events.example/summit/video"}}
                """);
    }

    /** A webinar of which only the required is said. */
    public static ObjectNode webinar() {
        return (ObjectNode) JSON.readTree("""
                {"name": "Onboarding in a week", "type": "WEBINAR", "format": "VIRTUAL",
                 "startsAt": "2027-05-04T16:00", "endsAt": "2027-05-04T17:00", "timeZone": "Europe/Berlin"}
                """);
    }

    static ObjectNode why(String text) {
        return JSON.createObjectNode().put("why", text);
    }

    static JsonNode json(byte[] text) {
        return JSON.readTree(text);
    }

    static Announcement of(ObjectNode said) {
        return JSON.treeToValue(said, Announcement.class);
    }

    /** What is understood of it; a fault fails the test. */
    static Details clear(ObjectNode said) {
        return switch (Reading.of(of(said))) {
            case Reading.Clear(var id, var details) -> details;
            case Reading.Unclear(var faults) -> throw new AssertionError(faults);
        };
    }

    /** What is wrong with it once it is varied like this, as field and reason; empty = nothing. */
    static List<String> faults(ObjectNode said, Consumer<ObjectNode> but) {
        but.accept(said);
        return switch (Reading.of(of(said))) {
            case Reading.Clear clear -> List.of();
            case Reading.Unclear(var faults) ->
                faults.stream().map(Fault::toString).toList();
        };
    }
}
