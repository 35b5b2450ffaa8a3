package dev.usher.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole of Usher, started once for all journeys of this JVM through the launcher's own door, with fresh data. */
final class RunningUsher {

    private static final Path ROOT = Path.of(System.getProperty("usher.root", "../.."));
    private static final int READY_WITHIN_SECONDS = 240;
    private static @Nullable RunningUsher instance;
    private static @Nullable IllegalStateException failure;

    private final int port;
    private final Process launcher;
    private final CountDownLatch readyOrOver = new CountDownLatch(1);
    private volatile boolean ready;
    private volatile String lastLine = "(nothing)";

    private RunningUsher(int port) throws IOException {
        this.port = port;
        this.launcher = launch(port, Path.of("target", "usher"));
        Thread.ofVirtual().start(this::read);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static synchronized RunningUsher get() {
        if (failure != null) {
            throw failure;
        }
        try {
            instance = instance == null ? started() : instance;
            return instance;
        } catch (IllegalStateException broken) {
            failure = broken;
            throw broken;
        }
    }

    private static RunningUsher started() {
        try {
            RunningUsher usher = new RunningUsher(freeBase());
            boolean told = usher.readyOrOver.await(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (!usher.ready) {
                throw new IllegalStateException(
                        (told ? "Usher ended while starting: " : "Usher was not ready in time: ") + usher.lastLine);
            }
            return usher;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String gmail() {
        return "http://127.0.0.1:" + (port - 55);
    }

    String broker() {
        return "127.0.0.1:" + (port + 1012);
    }

    Api api() {
        return new Api(url());
    }

    /** The processes of one service: its command line, and no other's, contains its module name. */
    List<ProcessHandle> processes(String module) {
        return launcher.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(module))
                .toList();
    }

    /** Leads a group of its own, as what a person types into a terminal does. */
    static Process launch(int port, Path data) throws IOException {
        Path local = ROOT.resolve("deploy/local/target");
        return new ProcessBuilder(
                        "setsid",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dusher.root=" + ROOT.toAbsolutePath().normalize(),
                        "-cp",
                        local.resolve("classes") + ":" + local.resolve("lib") + "/*",
                        "dev.usher.local.Main",
                        "up",
                        "--fresh",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
    }

    private void read() {
        try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                System.out.println("usher| " + line);
                lastLine = line;
                if (line.startsWith("ready ")) {
                    ready = true;
                    readyOrOver.countDown();
                }
            });
        } catch (IOException | UncheckedIOException ended) {
            System.out.println("usher| (ended)");
        } finally {
            readyOrOver.countDown();
        }
    }

    private void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.descendants().forEach(ProcessHandle::destroyForcibly);
                launcher.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A gateway port whose shifted neighbours are free too. */
    static int freeBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 30_000))
                .filter(base -> Stream.of(base, base + 1, base + 1012, base - 2647, base - 55)
                        .allMatch(RunningUsher::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
