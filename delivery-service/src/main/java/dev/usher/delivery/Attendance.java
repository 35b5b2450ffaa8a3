package dev.usher.delivery;

/** How one person takes part. */
public enum Attendance {
    IN_PERSON,
    VIRTUAL
}
