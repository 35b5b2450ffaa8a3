package dev.usher.delivery;

import org.jspecify.annotations.Nullable;

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
        boolean beforeIt = kind == Kind.INVITATION || kind == Kind.FOLLOW_UP || kind == Kind.REMINDER;
        if (standing.over() && beforeIt) {
            return new Stop(State.REFUSED, "the event is over");
        }
        return answered(kind, standing.seat());
    }

    /** Who gave her seat back is not reminded of it; who answered is not asked for an answer. */
    private static Clearance answered(Kind kind, @Nullable RegistrationStatus seat) {
        boolean moot = kind == Kind.FOLLOW_UP || (kind == Kind.REMINDER && seat != RegistrationStatus.REGISTERED);
        return seat != null && moot ? new Stop(State.WITHDRAWN, "the guest's seat is " + seat) : new Go();
    }
}
