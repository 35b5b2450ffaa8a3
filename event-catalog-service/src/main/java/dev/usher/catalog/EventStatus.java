package dev.usher.catalog;

/** What an event's latest version did to it. Nothing comes after {@link #CANCELLED}. */
public enum EventStatus {
    ANNOUNCED,
    CHANGED,
    CANCELLED
}
