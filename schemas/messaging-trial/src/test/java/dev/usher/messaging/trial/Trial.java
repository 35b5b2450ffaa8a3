package dev.usher.messaging.trial;

import static org.awaitility.Awaitility.await;

import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.Avro;
import dev.usher.messaging.Ending;
import dev.usher.servers.KafkaServer;
import dev.usher.servers.PostgresServer;
import dev.usher.servers.RegistryServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The three servers, once per JVM, and replicas of the trial service on them. */
public final class Trial {

    static final KafkaServer KAFKA = KafkaServer.start(dir("kafka"), 0);
    public static final PostgresServer POSTGRES = PostgresServer.start(dir("postgres"), 0);
    static final RegistryServer REGISTRY = RegistryServer.start(dir("registry"), 0);

    /** What would have ended a real process. */
    static final Queue<String> ENDINGS = new ConcurrentLinkedQueue<>();

    /** The replica that most tests share. */
    public static final ConfigurableApplicationContext SERVICE = replica(database(), "trial-0");

    private Trial() {}

    /** A database of its own. */
    public static String database() {
        String name = "trial_" + UUID.randomUUID().toString().replace('-', '_');
        POSTGRES.createDatabase(name);
        return name;
    }

    static ConfigurableApplicationContext replica(String database, String instance, String... settings) {
        return new SpringApplicationBuilder(TrialService.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(Ending.class, () -> (why, cause) -> ENDINGS.add(why)))
                .run(Stream.concat(
                                Stream.of(
                                        "spring.config.import=classpath:usher-messaging.yaml",
                                        "spring.application.name=trial",
                                        "trial.group=trial",
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

    /** What a published record says. */
    static CustomerInterest interest(ConsumerRecord<String, byte[]> record) {
        return SERVICE.getBean(Avro.class).decode(record.topic(), record.value(), CustomerInterest.class);
    }

    public static void awaitReady(ConfigurableApplicationContext replica) {
        await().atMost(Duration.ofSeconds(90)).until(() -> ready(replica));
    }

    static CustomerInterest interest(String customer, String note) {
        return CustomerInterest.newBuilder()
                .setCustomerId(customer)
                .setTopics(List.of("AI"))
                .setNote(note)
                .setAt(Instant.ofEpochMilli(1_700_000_000_000L))
                .build();
    }

    static Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.url(), ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Everything in the topic, from its beginning to its end as it is now. */
    static List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.url()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "none" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Path dir(String server) {
        return Path.of(
                "target", "servers", server + "-" + ProcessHandle.current().pid());
    }
}
