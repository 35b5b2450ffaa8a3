package dev.usher.matching;

/** What a partition has to say after it heard something. */
public sealed interface Outcome {

    /** A verdict for everyone to read. */
    record Said(Candidate candidate) implements Outcome {}

    /** A part of an answer, for the merger. */
    record Answered(Partial partial) implements Outcome {}

    /** A piece of a ranking, for the readers. */
    record Listed(Page page) implements Outcome {}
}
