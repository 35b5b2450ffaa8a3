package dev.usher.invitation;

/** What became of something asked of an invitation. */
public sealed interface Outcome {

    /** It is so now; keep {@code next} and write down {@code step}. */
    record Done(Invitation next, Step step) implements Outcome {}

    /** Delivery has the mail in hand and was asked to give it back; its answer decides. */
    record Asked(Invitation next, Step step) implements Outcome {}

    /** Somebody or something was faster; {@code happened} says what. */
    record Conflict(String happened) implements Outcome {}

    /** The caller knows an older revision than {@code now}. */
    record Stale(int now) implements Outcome {}

    /** The mail would have {@code bytes}; no more than {@code most} fit into the records that carry it. */
    record TooLarge(int bytes, int most) implements Outcome {}

    /** What the caller named does not exist; {@code field} is where it was named. */
    record Unknown(String field, String why) implements Outcome {}

    /** No news: nothing to keep. */
    record Unchanged() implements Outcome {}
}
