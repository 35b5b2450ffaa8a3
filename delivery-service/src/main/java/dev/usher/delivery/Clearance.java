package dev.usher.delivery;

import java.time.Duration;
import java.time.Instant;

/** The last look before a mail may go; asked under the row's lock, in the transaction that commits SENDING. */
public sealed interface Clearance {

    /** Nothing stands against it. */
    record Go() implements Clearance {}

    /**
     * Its event changed. Invitation-service asks such a mail back, to be approved anew: until then it stays where it is, and
     * after this time it ends unsent.
     */
    record Hold(Instant until) implements Clearance {}

    /** It must not go. @param end REFUSED or WITHDRAWN */
    record Stop(State end, String why) implements Clearance {}

    /** How long a mail of an older version of its event waits to be asked back. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** Of a mail as it stands on record. */
    static Clearance of(Delivery mail, Standing standing, Instant now) {
        Kind kind = mail.mail().kind();
        Clearance clearance = of(kind, standing);
        boolean known = mail.eventVersion() > 0;
        return clearance instanceof Go && known ? current(kind, mail, standing.event(), now) : clearance;
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

    /** A person approved what was so then; a service mail may be older than all but the event's time. */
    private static Clearance current(Kind kind, Delivery mail, Standing.Occasion event, Instant now) {
        if (kind.approved()) {
            return mail.eventVersion() < event.version()
                    ? changed(later(event.heardAt(), mail.since()), now)
                    : new Go();
        }
        boolean told = kind == Kind.REMINDER || kind == Kind.CONFIRMATION;
        return told && mail.eventVersion() < event.movedIn()
                ? new Stop(State.WITHDRAWN, "the event was moved")
                : new Go();
    }

    private static Clearance changed(Instant since, Instant now) {
        Instant until = since.plus(PATIENCE);
        return until.isAfter(now) ? new Hold(until) : new Stop(State.WITHDRAWN, "event changed");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
