package dev.usher.invitation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the house allows.
 *
 * @param perCsm most drafts one announcement makes for one CSM, over all versions of the event
 * @param minScore least score of an automatic draft, 0..1
 * @param sentLimit most mails a person gets within {@code sentWindow} without a CSM asking
 * @param patience longest wait for our own projections, for drafts in chat and for delivery's answer
 * @param pollEvery how often those are looked at
 * @param expireEvery how often open invitations to past events are looked for
 */
@Validated
@ConfigurationProperties("usher.invitation")
public record Rules(
        @DefaultValue("50") @Min(1) int perCsm,

        @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1") double minScore,

        @DefaultValue("5") @Min(1) int sentLimit,
        @DefaultValue("7d") Duration sentWindow,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("25ms") Duration pollEvery,
        @DefaultValue("60s") Duration expireEvery) {}
