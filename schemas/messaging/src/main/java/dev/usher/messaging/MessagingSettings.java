package dev.usher.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/** Where the servers are and how long a batch may take; the names are the same in every service. */
@Validated
@ConfigurationProperties("usher")
public record MessagingSettings(
        @DefaultValue Kafka kafka,
        @DefaultValue Registry registry,
        @DefaultValue Postgres postgres,
        @DefaultValue Relay relay,
        @DefaultValue @Name("messaging") Handling handling) {

    /** @param replicationFactor of the topics made at start; with 3 and more, two replicas must have a record */
    public record Kafka(@DefaultValue("1") @Min(1) @Max(7) short replicationFactor) {}

    /**
     * @param url base of the registry; {@code /apis/ccompat/v7} and {@code /apis/registry/v3} lie below
     * @param register whether this service registers the contracts' schemas at start; off where a pipeline does it
     */
    public record Registry(
            @DefaultValue("http://127.0.0.1:8081") URI url,
            @DefaultValue("true") boolean register) {}

    /** The service's own database, for the relay's connections; R2DBC and Flyway get theirs from the same names. */
    public record Postgres(
            @DefaultValue("127.0.0.1") @NotBlank String host,
            @DefaultValue("5433") @Min(1) @Max(65535) int port,
            @DefaultValue("postgres") @NotBlank String database,
            @DefaultValue("postgres") @NotBlank String user,
            @DefaultValue("postgres") String password) {

        String jdbcUrl() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }

        /** As the migration V0_3 names it. */
        String slot() {
            return "usher_" + database;
        }
    }

    /** @param enabled whether the relay runs inside this service; off where Kafka Connect does it, or without outbox */
    public record Relay(@DefaultValue("true") boolean enabled) {}

    /** @param handleWithin bounds the whole batch; with the longest back-off it stays below max.poll.interval.ms */
    public record Handling(@DefaultValue("10s") Duration handleWithin) {}
}
