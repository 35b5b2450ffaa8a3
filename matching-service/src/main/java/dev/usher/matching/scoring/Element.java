package dev.usher.matching.scoring;

import dev.usher.matching.Session;
import org.jspecify.annotations.Nullable;

/**
 * A part of an event that an interest may speak to.
 *
 * @param session null unless it is one
 */
record Element(Kind kind, String label, @Nullable Session session) {

    /** What it is, in the words evidence uses. */
    enum Kind {
        SESSION("session"),
        TOPIC("topic"),
        EVENT("event");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** As evidence names it. */
    String named() {
        return kind.word + " '" + label + "'";
    }
}
