package dev.usher.invitation.web;

import dev.usher.invitation.Event;
import dev.usher.invitation.Events;
import dev.usher.invitation.Invitation;
import dev.usher.rest.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads when an approved mail may go: local to the event's zone, or with an offset. */
@Component
class SendTimes {

    private final Events events;

    SendTimes(Events events) {
        this.events = events;
    }

    /** Refuses, with a 400, what is a time in no zone. */
    static void requireTime(@Nullable String sendAt) {
        if (sendAt == null || sendAt.isBlank() || withOffset(sendAt).isPresent()) {
            return;
        }
        try {
            LocalDateTime.parse(sendAt);
        } catch (DateTimeException malformed) {
            throw unreadable();
        }
    }

    /** Empty = at once. A time that the zone skips, or after the event, is a 400. */
    Mono<Optional<Instant>> read(@Nullable String sendAt, Invitation invitation) {
        return sendAt == null || sendAt.isBlank()
                ? Mono.just(Optional.empty())
                : events.find(invitation.occasion().eventId()).map(event -> Optional.of(read(sendAt, event)));
    }

    private static Instant read(String sendAt, Event event) {
        Instant at = withOffset(sendAt).orElseGet(() -> local(sendAt, event));
        if (at.isBefore(Instant.EPOCH)) {
            throw Problem.badRequest("sendAt", "must not be before 1970");
        }
        if (!at.isBefore(event.endsAt())) {
            throw Problem.badRequest("sendAt", "is after the event, which ends at " + event.endsAt());
        }
        return at;
    }

    private static Optional<Instant> withOffset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException local) {
            return Optional.empty();
        }
    }

    private static Instant local(String text, Event event) {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            if (event.zone().getRules().getValidOffsets(local).isEmpty()) {
                throw Problem.badRequest("sendAt", "does not exist in " + event.zone() + ": the clocks skip it");
            }
            return local.atZone(event.zone()).toInstant();
        } catch (DateTimeException malformed) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.badRequest("sendAt", "must be like 2027-03-09T09:00:00, or with an offset");
    }
}
