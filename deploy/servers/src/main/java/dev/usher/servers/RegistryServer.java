package dev.usher.servers;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Apicurio Registry, schemas in an H2 file. Confluent's API is below {@code /apis/ccompat/v7}, its own below
 * {@code /apis/registry/v3}.
 */
public final class RegistryServer extends Server {

    /** By default H2 writes half a second late: a SIGKILL would lose a schema whose id is already in records. */
    private static final String ON_DISK_AT_ONCE = ";WRITE_DELAY=0";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** What its {@code quarkus-run.jar} starts, by a class loader of its own; on a class path a start-up cache serves it. */
    private static final String MAIN = "io.quarkus.runner.GeneratedMain";

    /** Its jars; of a class that Quarkus transformed or generated at build time, that version comes first. */
    private static final List<String> CLASS_PATH = List.of(
            "quarkus/transformed-bytecode.jar", "quarkus/generated-bytecode.jar", "app/*", "lib/boot/*", "lib/main/*");

    /** Not an option of {@link #start}: nobody but the registry itself listens to its health. */
    private final int managementPort = Ports.free();

    private RegistryServer(Path dir, int port) {
        super("registry", dir, port, "TERM");
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param port to listen on; 0 takes a free one
     */
    public static RegistryServer start(Path dir, int port) {
        RegistryServer server = new RegistryServer(dir, port);
        server.claimDirectory();
        server.launch();
        return server;
    }

    /**
     * As {@link #start}, and its orderly stop writes a start-up cache beside the programs, which takes about ten seconds;
     * all later starts use it.
     */
    public static RegistryServer train(Path dir, int port) {
        RegistryServer server = new RegistryServer(dir, port);
        server.claimDirectory();
        server.launchRecording();
        return server;
    }

    /** The base address, without a slash at its end. */
    @Override
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    List<String> command() throws IOException {
        return new Jvm(
                        cacheOptions(),
                        "-Xms80m",
                        "-Xmn40m",
                        "-Xmx192m",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED", // as the manifest of quarkus-run.jar
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=h2",
                        "-Dapicurio.datasource.url=jdbc:h2:file:" + dir().resolve("schemas") + ON_DISK_AT_ONCE,
                        "-Dapicurio.datasource.jdbc.initial-size=2",
                        "-Dapicurio.datasource.jdbc.min-size=2",
                        "-Dapicurio.datasource.jdbc.max-size=8",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port(),
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + managementPort,
                        "-Dquarkus.log.level=WARN",
                        "-Dquarkus.banner.enabled=false")
                .run("-cp", classPath(), MAIN);
    }

    private static String classPath() {
        Path programs = Programs.registry();
        return CLASS_PATH.stream()
                .map(jars -> programs.resolve(jars).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    boolean answers() {
        HttpRequest subjects = HttpRequest.newBuilder(URI.create(url() + "/apis/ccompat/v7/subjects"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(subjects, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
