package dev.usher.matching.streams;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the stream runs.
 *
 * @param applicationId names the group, the changelogs and the folder of the state; another one begins from nothing
 * @param stateDir where the stores lie; of one process alone. What is lost there is read again from Kafka
 * @param guarantee {@code at_least_once}: every step is idempotent; {@code exactly_once_v2} works as well, and slower
 * @param threads that work on the tasks, 1 and up
 * @param standbys copies of every store on other machines
 * @param commitEvery how much is done again at most after a crash
 */
@Validated
@ConfigurationProperties("usher.matching")
record StreamsSettings(
        @DefaultValue("usher-matching") String applicationId,
        @DefaultValue("target/matching-state") Path stateDir,

        @DefaultValue("at_least_once") @Pattern(regexp = "at_least_once|exactly_once_v2") String guarantee,

        @DefaultValue("2") @Min(1) @Max(64) int threads,
        @DefaultValue("0") @Min(0) int standbys,
        @DefaultValue("100ms") Duration commitEvery) {}
