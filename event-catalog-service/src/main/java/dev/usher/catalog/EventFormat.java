package dev.usher.catalog;

/** Whether people meet in a room, on a screen, or either. */
public enum EventFormat {
    IN_PERSON,
    VIRTUAL,
    HYBRID
}
