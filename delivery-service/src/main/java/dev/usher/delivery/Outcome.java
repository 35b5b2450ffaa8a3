package dev.usher.delivery;

/** What is told about an approved mail, as contracts.md names it. */
public enum Outcome {
    SENDING,
    ACCEPTED,
    UNKNOWN,
    NEEDS_HUMAN,
    REFUSED,
    WITHDRAWN,
    BOUNCED,
    REPLIED,
    UNSUBSCRIBED,
    NO_RESPONSE;

    static Outcome of(State state) {
        return state == State.PENDING ? SENDING : valueOf(state.name());
    }
}
