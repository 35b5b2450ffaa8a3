package dev.usher.matching;

import java.util.List;
import java.util.Optional;

/**
 * One version of one event, made ready once to be held against any number of customers. Pure: the same customer always
 * gets the same answer. Its words are compared as text today; a semantic model takes its place behind this face.
 */
public interface Agenda {

    Event event();

    /** True if the customer is known to meet each of these further conditions. */
    boolean meets(Guest guest, Question.Wanted wanted);

    /** Why this customer must not be invited automatically; empty = nothing speaks against it. */
    Optional<String> unwelcome(Guest guest);

    /** Whether this customer may stand in an answer with these conditions. */
    default boolean welcomes(Guest guest, Question.Wanted wanted) {
        return meets(guest, wanted) && unwelcome(guest).isEmpty();
    }

    /** The score alone, 0..1: equal to that of {@link #match}, and quick. */
    double score(Guest guest);

    Match match(Guest guest);

    /** Topics and session titles of this event that the note speaks of, best first; empty = none. */
    List<String> topicsIn(String note);

    /** How much of the event speaks to this topic, 0..1. */
    double covers(String topic);
}
