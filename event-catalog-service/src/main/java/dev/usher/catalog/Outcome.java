package dev.usher.catalog;

/** How a request to the catalogue ended. */
public sealed interface Outcome {

    /** A new version is kept and told to everyone. */
    record Published(Event event) implements Outcome {}

    /** All of it was so already: nothing is kept, nothing told. */
    record Unchanged(Event event) implements Outcome {}

    /** Nothing happened, for a reason that the caller is told. */
    record Refused(Refusal refusal) implements Outcome {}
}
