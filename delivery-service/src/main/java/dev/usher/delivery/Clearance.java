package dev.usher.delivery;

/** The last look before a mail may go; asked under the row's lock, in the transaction that commits SENDING. */
public sealed interface Clearance {

    /** By these words invitation-service knows that a new draft must take the mail's place. */
    String CHANGED = "event changed";

    /** Nothing stands against it. */
    record Go() implements Clearance {}

    /** It must not go. @param end REFUSED or WITHDRAWN */
    record Stop(State end, String why) implements Clearance {}

    /** @param eventVersion of the event that the mail speaks of; 0 = not kept */
    static Clearance of(Kind kind, int eventVersion, Standing standing) {
        Clearance clearance = of(kind, standing);
        return clearance instanceof Go && eventVersion > 0 ? current(kind, eventVersion, standing.event()) : clearance;
    }

    /** Of a mail still to be written. */
    static Clearance of(Kind kind, Standing standing) {
        String barred = standing.barred();
        if (barred != null) {
            return new Stop(State.REFUSED, barred);
        }
        if (standing.event().cancelled() && kind != Kind.CANCELLATION) {
            return new Stop(State.WITHDRAWN, "the event was cancelled");
        }
        if (standing.event().over() && kind != Kind.POST_EVENT) {
            return new Stop(State.REFUSED, "the event is over");
        }
        if (standing.event().begun() && kind == Kind.REMINDER) {
            return new Stop(State.REFUSED, "the event has begun");
        }
        RegistrationStatus seat = standing.seat();
        return seat == null || welcome(kind, seat, standing.event())
                ? new Go()
                : new Stop(State.WITHDRAWN, "the guest's seat is " + seat);
    }

    /** Who gave her seat back is not reminded of it; who answered is not asked for an answer. */
    private static boolean welcome(Kind kind, RegistrationStatus seat, Standing.Occasion event) {
        return switch (kind) {
            case FOLLOW_UP -> false;
            case REMINDER -> seat == RegistrationStatus.REGISTERED;
            case CONFIRMATION, CHANGE -> seat.coming();
            case CANCELLATION -> event.cancelled() || !seat.coming();
            case INVITATION, POST_EVENT, WAITLIST_OFFER -> true;
        };
    }

    /** What a person approved must be so still; a service mail may be older than all but the event's time. */
    private static Clearance current(Kind kind, int eventVersion, Standing.Occasion event) {
        if (kind.approved()) {
            return eventVersion < event.version() ? new Stop(State.WITHDRAWN, CHANGED) : new Go();
        }
        boolean tellsTime = kind == Kind.REMINDER || kind == Kind.CONFIRMATION;
        return tellsTime && eventVersion < event.movedIn()
                ? new Stop(State.WITHDRAWN, "the event was moved")
                : new Go();
    }
}
