package dev.usher.matching;

/**
 * Which mail a candidate is for.
 *
 * @param number 1 for the first of its kind, then 2, 3
 */
public record Mail(Kind kind, int number) {

    /** What an automatic trigger always asks for. */
    public static final Mail FIRST_INVITATION = new Mail(Kind.INVITATION, 1);

    /** The kinds of mail a person approves. */
    public enum Kind {
        INVITATION,
        FOLLOW_UP,
        POST_EVENT
    }
}
