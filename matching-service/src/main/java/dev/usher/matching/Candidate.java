package dev.usher.matching;

import org.jspecify.annotations.Nullable;

/**
 * What matching says of one pair of event and customer.
 *
 * @param id the same facts give the same id, so that a replay is recognised
 * @param eventVersion version that was scored; 0 = the event is not known
 * @param match null unless MATCHED
 * @param why reason of WITHDRAWN or REFUSED; null when MATCHED
 * @param rank place among all customers of an announcement, 1 = best; 0 = not ranked
 * @param rankOfCsm the same among the customers of one CSM
 */
public record Candidate(
        String id,
        String eventId,
        int eventVersion,
        String customerId,
        Mail mail,
        Verdict verdict,
        @Nullable Match match,
        @Nullable String why,
        Origin origin,
        int rank,
        int rankOfCsm,
        String weightsVersion) {

    /** What was decided. */
    public enum Verdict {
        MATCHED,
        WITHDRAWN,
        REFUSED
    }

    /**
     * Where the offer comes from; what a request said is handed through unchanged.
     *
     * @param requestId message id of the request or interest; empty for an announcement
     * @param text the trigger in words; null = none
     */
    public record Origin(
            Trigger reason,
            String requestId,
            @Nullable String text,
            @Nullable String contactId,
            @Nullable String invitationId,
            @Nullable String requestedBy,
            @Nullable String note) {

        public static final Origin ANNOUNCEMENT = new Origin(Trigger.EVENT_ANNOUNCED, "", null, null, null, null, null);

        public static Origin of(Request asked) {
            return new Origin(
                    asked.reason(),
                    asked.id(),
                    asked.note(),
                    asked.contactId(),
                    asked.invitationId(),
                    asked.requestedBy(),
                    asked.note());
        }

        public static Origin of(Interest shown) {
            String words = shown.note() == null ? "interest in " + String.join(", ", shown.topics()) : shown.note();
            return new Origin(Trigger.CUSTOMER_INTEREST, shown.id(), words, null, null, null, null);
        }
    }

    /** The customer fits, with the reasons. */
    static Candidate matched(Event event, Guest guest, Mail mail, Match match, Origin origin, Standing place) {
        return new Candidate(
                id(Verdict.MATCHED, event.id(), event.version(), guest.id(), mail, origin, match.weightsVersion()),
                event.id(),
                event.version(),
                guest.id(),
                mail,
                Verdict.MATCHED,
                match,
                null,
                origin,
                place.rank(),
                place.rankOfCsm(),
                match.weightsVersion());
    }

    /** The pair cannot be matched, or no longer. */
    static Candidate declined(Verdict verdict, Offer of, int eventVersion, String why, String weightsVersion) {
        return new Candidate(
                id(verdict, of.eventId(), eventVersion, of.customerId(), of.mail(), of.origin(), weightsVersion),
                of.eventId(),
                eventVersion,
                of.customerId(),
                of.mail(),
                verdict,
                null,
                why,
                of.origin(),
                0,
                0,
                weightsVersion);
    }

    private static String id(
            Verdict verdict,
            String eventId,
            int version,
            String customerId,
            Mail mail,
            Origin origin,
            String weightsVersion) {
        return MessageIds.of(
                verdict,
                eventId,
                version,
                customerId,
                mail.kind(),
                mail.number(),
                origin.reason(),
                origin.requestId(),
                weightsVersion);
    }
}
