package dev.usher.catalog;

/** The kind of gathering. */
public enum EventType {
    CONFERENCE,
    WEBINAR,
    ROUNDTABLE,
    MEETUP
}
