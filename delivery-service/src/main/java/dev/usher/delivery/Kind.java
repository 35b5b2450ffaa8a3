package dev.usher.delivery;

/** Kinds of mail. The first three are approved by a person each time; the others are service mails built from facts. */
public enum Kind {
    INVITATION,
    FOLLOW_UP,
    POST_EVENT,
    CONFIRMATION,
    REMINDER,
    CHANGE,
    CANCELLATION,
    WAITLIST_OFFER;

    /** True where a person approves each mail. */
    public boolean approved() {
        return this == INVITATION || this == FOLLOW_UP || this == POST_EVENT;
    }
}
