package dev.usher.matching;

/**
 * One part of a score.
 *
 * @param points signed part of the logit
 * @param text the reason in words a CSM would say; empty for BASE
 * @param evidence the facts of customer and event it rests on; empty = none
 */
public record Contribution(Criterion criterion, double points, String text, String evidence) {

    /** What a part of a score speaks of. */
    public enum Criterion {
        INDUSTRY,
        INTERESTS,
        CHALLENGES,
        GEOGRAPHY,
        ATTENDANCE,
        BASE
    }
}
