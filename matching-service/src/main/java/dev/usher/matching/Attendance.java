package dev.usher.matching;

/** How somebody takes part. */
public enum Attendance {
    IN_PERSON,
    VIRTUAL
}
