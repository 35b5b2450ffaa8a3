package dev.usher.delivery;

import java.time.Instant;

/** Why Gmail did not do what it was asked, sorted by what happens next. */
public sealed interface Failure {

    /** In words, for people. */
    String why();

    /** Too fast just now (429 "too many concurrent", 403 rateLimitExceeded): back off. It was not done. */
    record Throttled(String why) implements Failure {}

    /** The day's cap (429 "Mail sending"): lasts hours, park the mailbox. It was not done. */
    record CapReached(String why) implements Failure {}

    /** The mailbox does not let us in (401, other 403): park it, ask its owner. It was not done. */
    record Locked(String why) implements Failure {}

    /** Refused for good (400 and its like). It was not done. */
    record Rejected(String why) implements Failure {}

    /** What was named is not there (404). */
    record Missing(String why) implements Failure {}

    /** Our own budget for the mailbox is spent. It was not asked. @param until when there is room again */
    record OverBudget(String why, Instant until) implements Failure {}

    /** No answer, or 5xx: nobody knows whether it was done. */
    record NoAnswer(String why) implements Failure {}
}
