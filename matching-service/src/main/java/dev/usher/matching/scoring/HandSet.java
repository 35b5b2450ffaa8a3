package dev.usher.matching.scoring;

import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Weights;
import dev.usher.matching.Weights.Weight;
import java.time.Instant;
import java.util.List;

/**
 * The weights we begin with, in logit points. Somebody of whom nothing is known scores 0.2; an industry that fits
 * exactly, or an interest met squarely, brings a customer near 0.5, and two such reasons well beyond it.
 */
final class HandSet {

    private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

    static final Weights WEIGHTS = new Weights(
            "hand-set-1",
            List.of(
                    weight(Criterion.BASE, -1.4),
                    weight(Criterion.CHALLENGES, 2.4),
                    weight(Criterion.INTERESTS, 2.4),
                    weight(Criterion.INDUSTRY, 1),
                    weight(Criterion.GEOGRAPHY, 0.8),
                    weight(Criterion.ATTENDANCE, 1.2)),
            false,
            SINCE);

    private HandSet() {}

    private static Weight weight(Criterion feature, double value) {
        return new Weight(feature.name(), value, value, 0);
    }
}
