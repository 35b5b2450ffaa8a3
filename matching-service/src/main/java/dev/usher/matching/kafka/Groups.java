package dev.usher.matching.kafka;

/** Each listener has a group of its own. */
final class Groups {

    static final String CUSTOMERS = "matching.customers";
    static final String EVENTS = "matching.events";
    static final String RANKINGS = "matching.matching-rankings";

    private Groups() {}
}
