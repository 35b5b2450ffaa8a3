package dev.usher.delivery;

import java.time.Instant;
import java.util.Optional;

/** Why a planned service mail would only annoy by now. */
final class Staleness {

    private Staleness() {}

    /** In words; empty = still good. */
    static Optional<String> of(ServiceMails.Facts facts, Instant now) {
        Gathering event = facts.event();
        Kind kind = facts.reminder().mail().kind();
        if (event.over(now)) {
            return Optional.of("the event is over");
        }
        if (kind == Kind.CANCELLATION) {
            return Optional.empty();
        }
        if (event.cancelled()) {
            return Optional.of("the event was cancelled");
        }
        if (kind == Kind.REMINDER && !event.startsAt().isAfter(now)) {
            return Optional.of("the event has begun");
        }
        return seat(facts.registration().status(), kind);
    }

    private static Optional<String> seat(RegistrationStatus status, Kind kind) {
        boolean welcome = kind == Kind.REMINDER ? status == RegistrationStatus.REGISTERED : status.coming();
        return welcome ? Optional.empty() : Optional.of("the guest's seat is " + status);
    }
}
