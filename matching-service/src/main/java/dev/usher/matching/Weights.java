package dev.usher.matching;

import java.time.Instant;
import java.util.List;

/** The weights that score, one version of them. */
public record Weights(String version, List<Weight> weights, boolean frozen, Instant at) {

    /**
     * One weight.
     *
     * @param value logit points per unit of the feature
     * @param prior the hand-set value it is pulled towards
     * @param examples how many examples moved it
     */
    public record Weight(String feature, double value, double prior, int examples) {}

    /** The weight of a feature; an unknown one is a mistake of ours. */
    public double of(Contribution.Criterion criterion) {
        return weights.stream()
                .filter(weight -> weight.feature().equals(criterion.name()))
                .mapToDouble(Weight::value)
                .findFirst()
                .orElseThrow();
    }
}
