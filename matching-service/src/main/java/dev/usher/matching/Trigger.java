package dev.usher.matching;

/** What makes us offer an event to a customer. */
public enum Trigger {
    EVENT_ANNOUNCED,
    CUSTOMER_INTEREST,
    CSM_REQUEST,
    FOLLOW_UP;

    /** True if a person asked for this very pair: only a cancelled or past event stands in her way. */
    public boolean explicit() {
        return this == CSM_REQUEST || this == FOLLOW_UP;
    }
}
