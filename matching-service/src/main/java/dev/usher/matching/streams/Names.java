package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import java.util.List;

/** Topics between matching's own steps, and its stores. Nobody else reads or writes them. */
final class Names {

    /** Audiences asked for over REST; key = event id, so that a question follows its event. */
    static final String AUDIENCES = "matching-audiences";

    /** Events and questions, each to every partition; key = event id. */
    static final String EVENTS = "matching-events";

    /** Each partition's answer; key = event id. */
    static final String PARTIALS = "matching-partials";

    /** The best of all, to every partition; key = event id. */
    static final String WINNERS = "matching-winners";

    /** Explained rankings for those who read them; key = the list. */
    static final String RANKINGS = "matching-rankings";

    /** Largest record between our steps: an event of 4 MB with its field names written out. */
    static final int LARGEST = 8 * 1024 * 1024;

    static final List<String> TOPICS = List.of(AUDIENCES, EVENTS, PARTIALS, WINNERS, RANKINGS);

    static final String BOOK_STORE = "book";
    static final String EVENTS_STORE = "events";
    static final String HELD_STORE = "held";
    static final String OFFERS_STORE = "offers";
    static final String STALE_STORE = "stale";
    static final String PARTIALS_STORE = "partials";

    /** Sinks, by what goes through them. */
    static final String TO_EVERYONE = "to-everyone";

    static final String TO_MERGER = "to-merger";
    static final String TO_WINNERS = "to-winners";
    static final String TO_CANDIDATES = "to-candidates";
    static final String TO_RANKINGS = "to-rankings";

    private Names() {}

    /** Whether a topic is one of ours alone. */
    static boolean internal(String topic) {
        return TOPICS.contains(topic);
    }

    static String parked(String topic) {
        return topic + Topics.PARKED_SUFFIX;
    }
}
