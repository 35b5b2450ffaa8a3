package dev.usher.catalog;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepAnswers how long a repeated Idempotency-Key is recognised, at least a minute; then it is as new
 */
@Validated
@ConfigurationProperties("usher.catalog")
public record CatalogSettings(
        @DefaultValue("7d") @DurationMin(minutes = 1) Duration keepAnswers) {}
