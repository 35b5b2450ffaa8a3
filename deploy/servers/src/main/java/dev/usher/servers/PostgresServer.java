package dev.usher.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One PostgreSQL with a database for each service; what it has committed is on disk. Superuser and password: postgres. */
public final class PostgresServer extends Server {

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    /** The services' databases. */
    public static final List<String> DATABASES = List.of("catalog", "matching", "invitation", "delivery");

    /** Command-line settings; debezium reads the log, so it is logical, and an idle slot cannot fill the disk. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("wal_level", "logical"),
            Map.entry("max_replication_slots", "16"),
            Map.entry("max_wal_senders", "16"),
            Map.entry("max_slot_wal_keep_size", "1GB"),
            Map.entry("wal_sender_timeout", "5s"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("timezone", "UTC"));

    private PostgresServer(Path dir, int port) {
        // SIGINT is PostgreSQL's fast shutdown; on SIGTERM it would wait for its clients to leave.
        super("postgres", dir, port, "INT");
    }

    /**
     * Starts it, waits until it serves and makes what is missing of {@link #DATABASES}.
     *
     * @param port to listen on; 0 takes a free one
     */
    public static PostgresServer start(Path dir, int port) {
        PostgresServer server = new PostgresServer(dir, port);
        server.claimDirectory();
        server.launch();
        return server;
    }

    /** The JDBC URL of the administrative database. */
    @Override
    public String url() {
        return url("postgres");
    }

    /** The JDBC URL of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Makes the database unless it is there. The name consists of lower-case letters, digits and underscores. */
    public void createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        try (Connection connection = connect()) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
        } catch (SQLException refused) {
            throw new ServerFailure("database " + name + " cannot be made: " + refused.getMessage(), refused);
        }
    }

    @Override
    List<String> command() throws IOException {
        Path programs = PostgresPrograms.unpacked();
        if (!Files.exists(data())) {
            new Blank(programs.resolve("blank")).layInto(dir(), fresh -> initialise(programs, fresh));
        }
        Unprivileged.own(dir());
        Stream<String> settings =
                SETTINGS.entrySet().stream().flatMap(e -> Stream.of("-c", e.getKey() + "=" + e.getValue()));
        return Unprivileged.run(Stream.concat(
                Stream.of(programs.resolve("bin/postgres").toString(), "-D", data().toString(), "-p", "" + port()),
                settings));
    }

    private static void initialise(Path programs, Path dir) throws IOException {
        Unprivileged.own(dir);
        Commands.run(
                "PostgreSQL's data directory",
                Unprivileged.run(Stream.of(
                        programs.resolve("bin/initdb").toString(),
                        "-D",
                        dir.resolve(Blank.DATA).toString(),
                        "-U",
                        USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")));
    }

    @Override
    boolean answers() {
        if (Ports.isFree(port())) {
            return false;
        }
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    void settle() {
        DATABASES.forEach(this::createDatabase);
    }

    private Path data() {
        return dir().resolve(Blank.DATA);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }
}
