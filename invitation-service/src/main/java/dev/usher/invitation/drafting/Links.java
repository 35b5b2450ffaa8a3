package dev.usher.invitation.drafting;

import dev.usher.contracts.GuestLinks;
import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.invitation.Event;
import java.time.Duration;
import java.time.Instant;

/** The signed links of one guest. */
final class Links {

    /**
     * Counted from the end as it was when the mail was written: a postponed event is still registered for. No present time
     * comes in, for a mail that is written again must bear the same links.
     */
    private static final Duration AFTER_THE_EVENT = Duration.ofDays(400);

    private final GuestLinks tokens;
    private final String base;

    /** @param base where guests reach us, without a slash at its end */
    Links(GuestLinks tokens, String base) {
        this.tokens = tokens;
        this.base = base;
    }

    /** Her page to register, decline or cancel. */
    String registration(String invitationId, Event event) {
        return base + "/r/" + tokens.mint(Purpose.REGISTRATION, invitationId, end(event));
    }

    /** Her way out of all event mail. */
    String unsubscribe(String invitationId, Event event) {
        return base + "/u/" + tokens.mint(Purpose.UNSUBSCRIBE, invitationId, end(event));
    }

    private static Instant end(Event event) {
        return event.endsAt().plus(AFTER_THE_EVENT);
    }
}
