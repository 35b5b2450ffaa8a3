package dev.usher.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well an event fits a customer, with every point accounted for.
 *
 * @param contributions largest first; their points add up to the score's logit, BASE included
 * @param sessions best first; empty = the event has none
 * @param attendanceWhy null = the event leaves no choice
 */
public record Match(
        String weightsVersion,
        List<Contribution> contributions,
        List<Pick> sessions,
        Attendance attendance,
        @Nullable String attendanceWhy) {

    /** 0..1, the logistic function of the contributions' sum. */
    public double score() {
        return logistic(contributions.stream().mapToDouble(Contribution::points).sum());
    }

    /** Monotone, 0.5 at zero. */
    public static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
