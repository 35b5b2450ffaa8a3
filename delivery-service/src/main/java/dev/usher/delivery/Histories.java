package dev.usher.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What became of a customer's invitations, and of an event's. */
public interface Histories {

    /** Newest event first. */
    Mono<List<Line>> of(String customerId);

    /** How many mails and seats of the event are in each state. */
    Mono<Map<String, Integer>> funnel(String eventId);

    /**
     * One person's story with one event, told by the newest of its mails that still counts.
     *
     * @param eventName null, as all of the event, if unknown here
     * @param invitation the invitation's state as contracts.md names it; null = came without one
     * @param delivery where its mail is; null = none
     * @param registration her seat; null = no answer
     * @param attended null = not known
     * @param invited true where an invitation or a follow-up reached the mail provider
     */
    record Line(
            String eventId,
            @Nullable String eventName,
            @Nullable String eventType,
            @Nullable OffsetDateTime startsAt,
            @Nullable String invitationId,
            @Nullable String contactId,
            @Nullable String kind,
            @Nullable String invitation,
            @Nullable String delivery,
            @Nullable String registration,
            @Nullable Boolean attended,
            boolean invited) {}
}
