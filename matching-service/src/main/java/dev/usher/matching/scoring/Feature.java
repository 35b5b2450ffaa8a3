package dev.usher.matching.scoring;

import dev.usher.matching.Contribution;
import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Weights;
import java.util.function.Supplier;

/**
 * What a criterion found, before it is weighed.
 *
 * @param value 0 = neutral or unknown
 * @param text made only for those who win
 */
record Feature(Criterion criterion, double value, Supplier<String> text, Supplier<String> evidence) {

    private static final double GRAIN = 1e4;

    static final Feature BASE = new Feature(Criterion.BASE, 1, () -> "", () -> "");

    static Feature neutral(Criterion criterion) {
        return new Feature(criterion, 0, () -> "", () -> "");
    }

    /** To four decimals, so that what is shown adds up; nothing but a number ever gets in. */
    double points(Weights weights) {
        double points = weights.of(criterion) * value;
        return Double.isFinite(points) ? Math.round(points * GRAIN) / GRAIN : 0;
    }

    Contribution explained(Weights weights) {
        return new Contribution(criterion, points(weights), text.get(), evidence.get());
    }
}
