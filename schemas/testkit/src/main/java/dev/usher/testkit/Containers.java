package dev.usher.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers as containers, with the settings of the child processes. The engine's reaper removes them. */
record Containers(KafkaContainer broker, GenericContainer<?> schemas, PostgreSQLContainer database)
        implements TestServers {

    private static final int REGISTRY_PORT = 8080;

    static Containers start() {
        Containers containers = new Containers(newBroker(), newRegistry(), newDatabase());
        Startables.deepStart(containers.broker, containers.schemas, containers.database)
                .join();
        return containers;
    }

    private static KafkaContainer newBroker() {
        return new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.1"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "5");
    }

    private static GenericContainer<?> newRegistry() {
        return new GenericContainer<>(DockerImageName.parse("apicurio/apicurio-registry:3.3.3"))
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(REGISTRY_PORT));
    }

    private static PostgreSQLContainer newDatabase() {
        return new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withDatabaseName(DATABASE)
                .withUsername(USER)
                .withPassword(PASSWORD)
                .withCommand(
                        "postgres",
                        "-c",
                        "wal_level=logical",
                        "-c",
                        "max_replication_slots=16",
                        "-c",
                        "max_wal_senders=16",
                        "-c",
                        "max_slot_wal_keep_size=1GB",
                        "-c",
                        "wal_sender_timeout=5s",
                        "-c",
                        "max_connections=120",
                        "-c",
                        "fsync=on",
                        "-c",
                        "synchronous_commit=on");
    }

    @Override
    public String kafka() {
        return broker.getBootstrapServers().replaceFirst("^.*://", "");
    }

    @Override
    public String registry() {
        return "http://" + schemas.getHost() + ":" + schemas.getMappedPort(REGISTRY_PORT);
    }

    @Override
    public String postgresHost() {
        return database.getHost();
    }

    @Override
    public int postgresPort() {
        return database.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public Outage outage(Kind kind) {
        var engine = DockerClientFactory.instance().client();
        String id = container(kind).getContainerId();
        engine.pauseContainerCmd(id).exec();
        return () -> engine.unpauseContainerCmd(id).exec();
    }

    private GenericContainer<?> container(Kind kind) {
        return switch (kind) {
            case KAFKA -> broker;
            case REGISTRY -> schemas;
            case POSTGRES -> database;
        };
    }
}
