package dev.usher.delivery;

/** Where a mail is on its way out; README.md draws the walk. */
public enum State {
    /** Not begun: cancel, opt-out and withdraw win. */
    PENDING,
    /** One drafts.send is under way, or its worker died. */
    SENDING,
    /** Nobody knows whether Gmail took it; asked after the quarantine. */
    UNKNOWN,
    /** Gmail took it. */
    ACCEPTED,
    /** The draft is gone and no sent message bears the header: a person must look. */
    NEEDS_HUMAN,
    /** Never sent, with the reason. */
    REFUSED,
    /** Called back before it began. */
    WITHDRAWN
}
