package dev.usher.invitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why this event fits this customer, as matching explained it.
 *
 * @param score 0..1
 * @param attendance IN_PERSON or VIRTUAL; null = the event leaves no choice, or unknown
 * @param eventVersion version of the event that was scored; 0 = not known to matching
 */
public record Match(
        double score,
        List<Part> parts,
        List<Pick> sessions,
        @Nullable String attendance,
        @Nullable String attendanceWhy,
        String weightsVersion,
        int eventVersion) {

    /** No explanation: the pair was not scored. */
    public static final Match NONE = new Match(0, List.of(), List.of(), null, null, "none", 0);

    /** One named part of the score; all of them add up to its logit. */
    public record Part(String criterion, double points, String text, String evidence) {}

    /**
     * A session picked for this customer.
     *
     * @param matches the challenge or interest it answers, to the letter; null = none
     */
    public record Pick(
            String id,
            String title,
            double score,
            String because,
            @Nullable String matches) {}
}
