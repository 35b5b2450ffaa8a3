package dev.usher.invitation;

/** Kinds of mail that a person approves. */
public enum MailKind {
    INVITATION,
    /** To one who did not answer. */
    FOLLOW_UP,
    /** Thanks, or sorry we missed you. */
    POST_EVENT
}
