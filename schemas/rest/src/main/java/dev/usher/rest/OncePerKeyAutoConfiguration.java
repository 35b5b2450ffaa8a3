package dev.usher.rest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys for a service that names its creating paths and has {@code classpath:db/answers} among its migrations. */
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnProperty("usher.idempotency.creating[0]")
@EnableConfigurationProperties(OncePerKeyAutoConfiguration.Settings.class)
class OncePerKeyAutoConfiguration {

    /**
     * How idempotency keys are honoured.
     *
     * @param creating path patterns whose POSTs create something
     * @param keepAnswers how long a repeated key is recognised, at least a minute; then it is as new
     */
    @Validated
    @ConfigurationProperties("usher.idempotency")
    record Settings(
            List<String> creating,
            @DefaultValue("7d") @DurationMin(minutes = 1) Duration keepAnswers) {}

    @Bean
    @Order(0)
    OncePerKey oncePerKey(Settings settings, GivenAnswers answers, Clock clock) {
        return new OncePerKey(
                settings.creating().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList(),
                settings.keepAnswers(),
                answers,
                clock);
    }

    @Bean
    GivenAnswers givenAnswersUnderKeys(DatabaseClient database, JsonMapper json) {
        return new GivenAnswers(database, json);
    }
}
