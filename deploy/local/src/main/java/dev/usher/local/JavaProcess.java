package dev.usher.local;

import dev.usher.servers.PidFile;
import dev.usher.servers.Prefix;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program of ours in a JVM of its own, with a log file and an address that tells when it is ready. */
final class JavaProcess implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** Each look costs the one that starts some work, and processor time is what a start lacks. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    private static final long LOG_LIMIT_BYTES = 20L * 1024 * 1024;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Program program;
    private volatile @Nullable Process process;

    /**
     * What to run.
     *
     * @param arguments of {@code java}, class or jar included
     * @param address what it listens on and which path of it answers 200 once the program can work
     * @param stopsWithin after this it is stopped by force
     */
    record Program(
            String name,
            List<String> arguments,
            Map<String, String> environment,
            Address address,
            Duration stopsWithin,
            Path log,
            PidFile pid) {}

    /** A port on 127.0.0.1 and the path that tells readiness. */
    record Address(int port, String readyPath) {}

    JavaProcess(Program program) {
        this.program = program;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public int port() {
        return program.address().port();
    }

    @Override
    public boolean alive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    @Override
    public long pid() {
        Process current = process;
        return current == null ? -1 : current.pid();
    }

    @Override
    public void start() {
        stop();
        Process started = launch();
        process = started;
        awaitReady(started);
    }

    private Process launch() {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.arguments());
        try {
            keepLogSmall();
            ProcessBuilder builder = new ProcessBuilder(Prefix.ownGroup(command))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(program.log().toFile()));
            builder.environment().putAll(program.environment());
            return remembered(builder.start());
        } catch (IOException failure) {
            throw new CannotStart("cannot start " + name() + " (" + failure.getMessage() + ")", failure);
        }
    }

    /** A process that no later launcher could find must not run. */
    private Process remembered(Process launched) throws IOException {
        try {
            program.pid().write(launched.toHandle());
            return launched;
        } catch (IOException failure) {
            launched.destroyForcibly();
            throw failure;
        }
    }

    private void keepLogSmall() throws IOException {
        Path log = program.log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void awaitReady(Process started) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!started.isAlive()) {
                throw new CannotStart(name() + " stopped while starting; see " + program.log());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        name() + " does not answer after " + PATIENCE.toSeconds() + " s; see " + program.log());
            }
            pause();
        }
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port() + program.address().readyPath()))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotStart("stopped while starting", stop);
        }
    }

    @Override
    public void stop() {
        Process current = process;
        if (current == null) {
            return;
        }
        current.destroy();
        try {
            if (!current.waitFor(program.stopsWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                current.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stop) {
            current.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
