package dev.usher.testkit;

import dev.usher.servers.AtExit;
import dev.usher.servers.KafkaServer;
import dev.usher.servers.PostgresServer;
import dev.usher.servers.RegistryServer;
import dev.usher.servers.Server;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The servers as processes of our own, in {@code target/servers/<pid of this JVM>}; killed with it, not stopped. */
record ChildProcesses(KafkaServer broker, RegistryServer schemas, PostgresServer database) implements TestServers {

    static ChildProcesses start() {
        Path home = TestDirectory.fresh();
        var kafka = CompletableFuture.supplyAsync(
                () -> KafkaServer.start(home.resolve("kafka"), 0), Thread::startVirtualThread);
        var registry = CompletableFuture.supplyAsync(
                () -> RegistryServer.start(home.resolve("registry"), 0), Thread::startVirtualThread);
        var postgres = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(home.resolve("postgres"), 0), Thread::startVirtualThread);
        ChildProcesses servers = new ChildProcesses(kafka.join(), registry.join(), postgres.join());
        AtExit.first(servers::kill);
        servers.database.createDatabase(DATABASE);
        return servers;
    }

    @Override
    public String kafka() {
        return broker.url();
    }

    @Override
    public String registry() {
        return schemas.url();
    }

    @Override
    public String postgresHost() {
        return "127.0.0.1";
    }

    @Override
    public int postgresPort() {
        return database.port();
    }

    @Override
    public Outage outage(Kind kind) {
        Server server = server(kind);
        server.pause();
        return server::resume;
    }

    private Server server(Kind kind) {
        return switch (kind) {
            case KAFKA -> broker;
            case REGISTRY -> schemas;
            case POSTGRES -> database;
        };
    }

    /** Nobody wants their data any more, so an orderly stop would be time lost. */
    private void kill() {
        Stream.of(broker, schemas, database).parallel().forEach(Server::kill);
    }
}
