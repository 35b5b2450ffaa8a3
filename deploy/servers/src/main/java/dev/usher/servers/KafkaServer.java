package dev.usher.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and KRaft controller in one process; topics are never made by accident. */
public final class KafkaServer extends Server {

    private static final String NAME = "kafka";
    private static final String LOG_SETTINGS = "log4j2.yaml";

    private final int controllerPort = Ports.free();

    private KafkaServer(Path dir, int port) {
        super(NAME, dir, port, "TERM");
    }

    /**
     * Starts it and waits until it serves. An empty directory is formatted first.
     *
     * @param port to listen on; 0 takes a free one
     */
    public static KafkaServer start(Path dir, int port) {
        KafkaServer server = new KafkaServer(dir, port);
        server.claimDirectory();
        server.launch();
        return server;
    }

    /**
     * As {@link #start}, and its orderly stop writes a start-up cache beside the programs, which takes about ten seconds;
     * all later starts use it.
     */
    public static KafkaServer train(Path dir, int port) {
        KafkaServer server = new KafkaServer(dir, port);
        server.claimDirectory();
        server.launchRecording();
        return server;
    }

    /** The bootstrap server, {@code host:port}. */
    @Override
    public String url() {
        return "127.0.0.1:" + port();
    }

    @Override
    List<String> command() throws IOException {
        Path settings = Files.writeString(dir().resolve("server.properties"), settings(data()));
        Path logging = Resources.lay(LOG_SETTINGS, dir());
        Jvm jvm = new Jvm(cacheOptions(), "-Xms96m", "-Xmn48m", "-Xmx256m", "-Dlog4j2.configurationFile=" + logging);
        if (!Files.exists(data())) {
            new Blank(Programs.target().resolve("kafka-blank")).layInto(dir(), this::format);
        }
        return jvm.run("-cp", Programs.kafka(), "kafka.Kafka", settings.toString());
    }

    private void format(Path dir) throws IOException {
        Path settings = Files.writeString(dir.resolve("server.properties"), settings(dir.resolve(Blank.DATA)));
        Jvm jvm = new Jvm(StartCache.of(NAME).use());
        Commands.run(
                "Kafka's storage",
                jvm.run(
                        "-cp", Programs.kafka(),
                        "kafka.tools.StorageTool", "format",
                        "-t", Uuid.randomUuid().toString(),
                        "-c", settings.toString()));
    }

    /** Starting is not serving: the broker must also have been let in by its controller. */
    @Override
    boolean answers() {
        if (Ports.isFree(port())) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, url()))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path data() {
        return dir().resolve(Blank.DATA);
    }

    private String settings(Path data) {
        return Resources.text("kafka.properties")
                .replace("@port@", Integer.toString(port()))
                .replace("@controller@", Integer.toString(controllerPort))
                .replace("@data@", data.toString());
    }
}
