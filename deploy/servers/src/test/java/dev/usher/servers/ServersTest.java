package dev.usher.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    @TempDir
    Path dir;

    @Test
    void kafkaKeepsItsTopicsWhenItIsKilled() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(dir, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.url()))) {
            admin.createTopics(List.of(new NewTopic("kept", 12, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);

            kafka.kill();
            assertThat(kafka.isAlive()).isFalse();
            kafka.restart();

            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
        }
    }

    @Test
    void postgresHasADatabaseForEachServiceAndForgetsNothing() throws Exception {
        try (PostgresServer postgres = PostgresServer.start(dir, 0)) {
            execute(postgres, "delivery", "create extension pg_trgm; create table guest (name text)");
            execute(postgres, "delivery", "insert into guest values ('Maria Santos')");

            postgres.kill();
            postgres.restart();

            assertThat(ask(postgres, "delivery", "select name from guest where lower(name) % 'maria santo'"))
                    .isEqualTo("Maria Santos");
        }
    }

    @Test
    void postgresWritesThroughToTheDiskAndItsLogCanBeReadByARelay() throws Exception {
        try (PostgresServer postgres = PostgresServer.start(dir, 0)) {
            assertThat(ask(postgres, "catalog", "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "catalog", "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "catalog", "show wal_level")).isEqualTo("logical");
            assertThat(ask(postgres, "catalog", "select lower('ÄÖÜ')")).isEqualTo("äöü");
        }
    }

    @Test
    void theRegistryKeepsItsSchemasWhenItIsKilled() throws Exception {
        try (RegistryServer registry = RegistryServer.start(dir, 0)) {
            HttpResponse<String> registered = http(
                    HttpRequest.newBuilder(URI.create(registry.url() + "/apis/ccompat/v7/subjects/kept-value/versions"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"\\\"string\\\"\"}")));
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);

            registry.kill();
            registry.restart();

            HttpResponse<String> subjects =
                    http(HttpRequest.newBuilder(URI.create(registry.url() + "/apis/ccompat/v7/subjects")));
            assertThat(subjects.body()).contains("kept-value");
        }
    }

    @Test
    void aServerInItsOrderlyStopLeavesNothingBehind() {
        PostgresServer postgres = PostgresServer.start(dir, 0);
        long pid = postgres.pid();

        postgres.close();
        postgres.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Ports.isFree(postgres.port())).isTrue();
        assertThat(postgres.log()).content(StandardCharsets.UTF_8).contains("database system is shut down");
    }

    @Test
    void aServerWhoseParentWasKilledIsStoppedAtTheNextStart() {
        PostgresServer orphan = PostgresServer.start(dir, 0);
        try (PostgresServer next = PostgresServer.start(dir, orphan.port())) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(next.isAlive()).isTrue();
        }
    }

    @Test
    void aStrangersProcessThatGotTheOldPidIsLeftAlone() throws IOException {
        Files.writeString(dir.resolve("postgres.pid"), ProcessHandle.current().pid() + " 12345");
        try (PostgresServer postgres = PostgresServer.start(dir, 0)) {
            assertThat(postgres.isAlive()).isTrue();
        }
    }

    @Test
    void aServerThatIsPausedAnswersAgainWhenItIsResumed() throws SQLException {
        try (PostgresServer postgres = PostgresServer.start(dir, 0)) {
            postgres.pause();
            assertThat(postgres.isAlive()).isTrue();
            postgres.resume();
            assertThat(ask(postgres, "catalog", "select 'here'")).isEqualTo("here");
        }
    }

    @Test
    void serversInDirectoriesGivenUpAreStopped() {
        PostgresServer orphan = PostgresServer.start(dir.resolve("postgres"), 0);
        Server.stopOrphans(dir);
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void aTrainedBrokerLeavesACacheThatTheNextStartUses() throws IOException {
        leavesACacheThatTheNextStartUses("kafka", KafkaServer::train, KafkaServer::start);
    }

    @Test
    void aTrainedRegistryLeavesACacheThatTheNextStartUses() throws IOException {
        leavesACacheThatTheNextStartUses("registry", RegistryServer::train, RegistryServer::start);
    }

    /** One that is there, from a longer training, is put back. */
    private void leavesACacheThatTheNextStartUses(
            String name, BiFunction<Path, Integer, Server> train, BiFunction<Path, Integer, Server> start)
            throws IOException {
        Path cache = StartCache.of(name).file();
        Path earlier = cache.resolveSibling(name + ".earlier");
        boolean trained = Files.exists(cache);
        if (trained) {
            Files.move(cache, earlier, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            train.apply(dir, 0).close();
            assertThat(cache).isNotEmptyFile();
            try (Server server = start.apply(dir, 0)) {
                assertThat(ProcessHandle.of(server.pid())
                                .flatMap(each -> each.info().commandLine()))
                        .hasValueSatisfying(command -> assertThat(command).contains("-XX:AOTCache=" + cache));
            }
        } finally {
            if (trained) {
                Files.move(earlier, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void aPortInUseIsOneClearLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> KafkaServer.start(dir, port))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage("port " + port + " is in use, kafka cannot start");
        }
    }

    @Test
    void aServerThatEndsWhileStartingSaysWhy() throws IOException {
        Files.createDirectory(dir.resolve("data"));
        Files.writeString(dir.resolve("data/PG_VERSION"), "9.6");
        assertThatThrownBy(() -> PostgresServer.start(dir, 0))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("postgres ended while starting: ")
                .hasMessageContaining("postgresql.conf");
    }

    private static HttpResponse<String> http(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void execute(PostgresServer postgres, String database, String sql) throws SQLException {
        try (Connection connection = connect(postgres, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PostgresServer postgres, String database, String sql) throws SQLException {
        try (Connection connection = connect(postgres, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer postgres, String database) throws SQLException {
        return DriverManager.getConnection(postgres.url(database), PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
