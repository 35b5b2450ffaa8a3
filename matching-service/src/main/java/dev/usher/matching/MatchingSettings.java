package dev.usher.matching;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be set of matching.
 *
 * @param best how many customers an announcement ranks and offers
 * @param holdFor how long something waits for its event or customer before it is refused
 * @param interestScore an interest makes a candidate from this score on, 0..1
 * @param interestCovered an interest makes a candidate if the event speaks to it at least that much, 0..1
 * @param rescoreAtOnce how many changed customers are scored again before other records have their turn
 * @param forgetAfter how long after its end an event is forgotten; follow-ups must come before
 * @param patience how long a reader waits for a projection or an answer
 */
@Validated
@ConfigurationProperties("usher.matching")
public record MatchingSettings(
        @DefaultValue("1000") @Min(1) @Max(10_000) int best,
        @DefaultValue("30s") Duration holdFor,

        @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1") double interestScore,

        @DefaultValue("0.45") @DecimalMin("0") @DecimalMax("1") double interestCovered,

        @DefaultValue("50") @Min(1) int rescoreAtOnce,
        @DefaultValue("90d") Duration forgetAfter,
        @DefaultValue("5s") Duration patience) {}
