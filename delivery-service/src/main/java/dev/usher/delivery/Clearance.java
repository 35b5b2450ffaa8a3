package dev.usher.delivery;

/** The last look before a mail may go; asked under the row's lock, in the transaction that commits SENDING. */
public sealed interface Clearance {

    /** Nothing stands against it. */
    record Go() implements Clearance {}

    /** It must not go. @param end REFUSED or WITHDRAWN */
    record Stop(State end, String why) implements Clearance {}

    static Clearance of(Kind kind, Standing standing) {
        if (standing.optedOut()) {
            return new Stop(State.REFUSED, "the contact opted out");
        }
        if (standing.unsubscribed()) {
            return new Stop(State.REFUSED, "the recipient unsubscribed");
        }
        if (standing.cancelled() && kind != Kind.CANCELLATION) {
            return new Stop(State.WITHDRAWN, "the event was cancelled");
        }
        boolean asksToCome = kind == Kind.INVITATION || kind == Kind.FOLLOW_UP;
        return standing.over() && asksToCome ? new Stop(State.REFUSED, "the event is over") : new Go();
    }
}
