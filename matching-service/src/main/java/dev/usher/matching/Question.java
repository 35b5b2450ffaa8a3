package dev.usher.matching;

import org.jspecify.annotations.Nullable;

/**
 * A question to every partition: who of yours fits this event best?
 *
 * @param id of the list that the answers make: {@code event:<id>} or {@code audience:<id>}
 * @param eventVersion of an announcement; an audience is asked of whatever version is known and has 0
 * @param limit how many are wanted of all together
 */
public record Question(String id, String eventId, int eventVersion, double minScore, int limit, Wanted wanted) {

    private static final String EVENT = "event:";
    private static final String AUDIENCE = "audience:";

    /** Further conditions, each null = any; a customer of whom the answer is unknown does not meet it. */
    public record Wanted(
            @Nullable String industry,
            @Nullable String region,
            @Nullable String role) {

        public static final Wanted ANYONE = new Wanted(null, null, null);
    }

    static Question announced(Event event, int limit) {
        return new Question(listOf(event.id()), event.id(), event.version(), 0, limit, Wanted.ANYONE);
    }

    /** An audience, asked of every customer afresh. */
    public static Question audience(String id, String eventId, double minScore, int limit, Wanted wanted) {
        return new Question(AUDIENCE + id, eventId, 0, minScore, limit, wanted);
    }

    /** The list that the announcement of an event makes. */
    public static String listOf(String eventId) {
        return EVENT + eventId;
    }

    /** The list that an audience makes. */
    public static String listOfAudience(String id) {
        return AUDIENCE + id;
    }

    /** Whether a list is one that the announcement of an event makes. */
    public static boolean announces(String list) {
        return list.startsWith(EVENT);
    }

    boolean announcement() {
        return announces(id);
    }
}
