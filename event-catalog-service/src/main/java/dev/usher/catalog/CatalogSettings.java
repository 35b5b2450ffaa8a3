package dev.usher.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepAnswers how long a repeated Idempotency-Key is recognised, at least; then it is as new
 */
@Validated
@ConfigurationProperties("usher.catalog")
public record CatalogSettings(@DefaultValue("7d") Duration keepAnswers) {}
