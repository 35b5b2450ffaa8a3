package dev.usher.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A server in a process of its own, bound to 127.0.0.1. Its data, log and pid file live in one directory and survive
 * it; a process left behind by a killed parent is found through the pid file and stopped before the next start.
 */
public abstract sealed class Server implements AutoCloseable permits KafkaServer, PostgresServer, RegistryServer {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);
    private static final Duration CACHE_WRITTEN_WITHIN = Duration.ofMinutes(3);
    private static final long LEAST_MEGABYTES = 300;

    private final String name;
    private final Path dir;
    private final int port;
    private final OwnProcess process;
    private final StartCache cache;
    private volatile boolean recording;

    /**
     * @param port to listen on; 0 takes a free one
     * @param stopSignal for an orderly stop, without SIG
     */
    Server(String name, Path dir, int port, String stopSignal) {
        this.name = name;
        this.dir = dir.toAbsolutePath();
        this.port = port == 0 ? Ports.free() : port;
        this.process = new OwnProcess(name, this.dir, stopSignal);
        this.cache = StartCache.of(name);
    }

    /** What a client connects to. */
    public abstract String url();

    /** Lays what the start needs, and only then says the command. */
    abstract List<String> command() throws IOException;

    /** Whether a client's request is answered now. */
    abstract boolean answers();

    /** What is still to do once it answers. */
    void settle() {}

    final void launch() {
        requirePort();
        requireSpace();
        process.start(dir, prepared());
        AtExit.stop(this);
        process.awaitReady(this::answers, READY_WITHIN);
        settle();
    }

    /** As {@link #launch}, but its orderly stop writes the start-up cache that later starts use. */
    final void launchRecording() {
        recording = true;
        launch();
    }

    /** What its JVM is to do about the start-up cache. */
    final List<String> cacheOptions() {
        return recording ? cache.record() : cache.use();
    }

    /** Makes the directory and stops whatever still runs in it. */
    final void claimDirectory() {
        try {
            Files.createDirectories(dir);
        } catch (IOException refused) {
            throw new ServerFailure(name + " cannot make its directory " + dir + ": " + refused.getMessage(), refused);
        }
        process.stopOrphan(STOPS_WITHIN);
    }

    public final int port() {
        return port;
    }

    /** Where its data, log and pid file are. */
    public final Path dir() {
        return dir;
    }

    /** Everything the server prints. */
    public final Path log() {
        return process.log();
    }

    public final long pid() {
        return process.pid();
    }

    public final boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process that runs now has ended, for whatever reason. */
    public final CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /**
     * Kills every process that a killed parent left running: those with a {@link PidFile} in {@code home} or a folder of
     * it. Only for who knows that no such parent lives.
     */
    public static void stopOrphans(Path home) {
        try (Stream<Path> files = Files.walk(home, 2)) {
            files.filter(file -> file.toString().endsWith(PidFile.SUFFIX))
                    .flatMap(file -> new PidFile(file).stillRunning().stream())
                    .forEach(OwnProcess::kill);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ServerFailure("cannot look for servers in " + home + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Holds it still, as behind a broken network: connections stay open and nothing is answered. */
    public final void pause() {
        process.signalAll("STOP");
    }

    /** Lets it go on after {@link #pause()}. */
    public final void resume() {
        process.signalAll("CONT");
    }

    /** SIGKILL, and waits until it is gone. */
    public final void kill() {
        process.kill();
    }

    /** Starts it again on the same data and port; one that still runs is stopped in order first. */
    public final void restart() {
        close();
        launch();
    }

    /** Stops it in order, by force after 15 s. Closing what has ended already does nothing. */
    @Override
    public final void close() {
        process.stop(recording ? CACHE_WRITTEN_WITHIN : STOPS_WITHIN);
        AtExit.forget(this);
        if (recording) {
            recording = false;
            cache.keep();
        }
    }

    private List<String> prepared() {
        try {
            return command();
        } catch (IOException failed) {
            throw new ServerFailure(name + " cannot be prepared in " + dir + ": " + failed.getMessage(), failed);
        }
    }

    private void requirePort() {
        if (!Ports.isFree(port)) {
            throw new ServerFailure("port " + port + " is in use, " + name + " cannot start");
        }
    }

    private void requireSpace() {
        long megabytes = dir.toFile().getUsableSpace() >> 20;
        if (megabytes < LEAST_MEGABYTES) {
            throw new ServerFailure(
                    "disk full: %s needs %d MB in %s, %d MB are left".formatted(name, LEAST_MEGABYTES, dir, megabytes));
        }
    }
}
