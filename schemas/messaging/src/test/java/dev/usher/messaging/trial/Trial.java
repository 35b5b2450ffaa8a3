package dev.usher.messaging.trial;

import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.Ending;
import dev.usher.servers.KafkaServer;
import dev.usher.servers.PostgresServer;
import dev.usher.servers.RegistryServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The three servers, once per JVM, and replicas of the trial service on them. */
final class Trial {

    static final KafkaServer KAFKA = KafkaServer.start(dir("kafka"), 0);
    static final PostgresServer POSTGRES = PostgresServer.start(dir("postgres"), 0);
    static final RegistryServer REGISTRY = RegistryServer.start(dir("registry"), 0);

    /** What would have ended a real process. */
    static final Queue<String> ENDINGS = new ConcurrentLinkedQueue<>();

    private Trial() {}

    /** A database of its own. */
    static String database() {
        String name = "trial_" + UUID.randomUUID().toString().replace('-', '_');
        POSTGRES.createDatabase(name);
        return name;
    }

    static ConfigurableApplicationContext replica(String database, String instance, String... settings) {
        return new SpringApplicationBuilder(TrialService.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(Ending.class, () -> (why, cause) -> ENDINGS.add(why)))
                .run(Stream.concat(
                                Stream.of(
                                        "spring.config.import=classpath:usher-messaging.yaml",
                                        "spring.application.name=trial",
                                        "spring.flyway.locations=classpath:db/inbox,classpath:db/outbox,classpath:db/trial",
                                        "usher.kafka.bootstrap-servers=" + KAFKA.url(),
                                        "usher.registry.url=" + REGISTRY.url(),
                                        "usher.postgres.port=" + POSTGRES.port(),
                                        "usher.postgres.database=" + database,
                                        "usher.instance=" + instance),
                                Stream.of(settings))
                        .map("--"::concat)
                        .toArray(String[]::new));
    }

    static boolean ready(ConfigurableApplicationContext replica) {
        var health = replica.getBean(HealthEndpoint.class).healthForPath("readiness");
        return health != null && health.getStatus().getCode().equals("UP");
    }

    static CustomerInterest interest(String customer, String note) {
        return CustomerInterest.newBuilder()
                .setCustomerId(customer)
                .setTopics(List.of("AI"))
                .setNote(note)
                .setAt(Instant.ofEpochMilli(1_700_000_000_000L))
                .build();
    }

    private static Path dir(String server) {
        return Path.of(
                "target", "servers", server + "-" + ProcessHandle.current().pid());
    }
}
