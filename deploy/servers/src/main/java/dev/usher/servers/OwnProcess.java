package dev.usher.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One child process at a time, with its log and its pid file in its directory. */
final class OwnProcess {

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(40);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private final String name;
    private final String stopSignal;
    private final Path log;
    private final PidFile pidFile;
    private volatile @Nullable ProcessHandle running;

    /** @param stopSignal the signal for an orderly stop, without SIG */
    OwnProcess(String name, Path dir, String stopSignal) {
        this.name = name;
        this.stopSignal = stopSignal;
        this.log = dir.resolve(name + ".log");
        this.pidFile = new PidFile(dir.resolve(name + PidFile.SUFFIX));
    }

    Path log() {
        return log;
    }

    void start(Path workingDirectory, List<String> command) {
        try {
            running = new ProcessBuilder(Prefix.ownGroup(command))
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .toHandle();
            pidFile.write(running());
        } catch (IOException refused) {
            kill(); // what no later parent could find must not run
            throw new ServerFailure(name + " cannot start: " + refused.getMessage(), refused);
        }
    }

    /** Polls until {@code answers}; a process that ends before, or a silent one, is a {@link ServerFailure}. */
    void awaitReady(BooleanSupplier answers, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!answers.getAsBoolean()) {
            if (!isAlive()) {
                throw new ServerFailure(
                        name + " ended while starting: " + LogTail.of(log).tellingLine() + " (" + log + ")");
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new ServerFailure(name + " did not answer within " + atMost.toSeconds() + " s, see " + log);
            }
            pause();
        }
    }

    long pid() {
        return running().pid();
    }

    boolean isAlive() {
        ProcessHandle process = running;
        return process != null && process.isAlive();
    }

    CompletableFuture<?> onExit() {
        return running().onExit();
    }

    void kill() {
        ProcessHandle process = running;
        if (process != null) {
            kill(process);
        }
    }

    /** Asks it to stop, waits, then kills. */
    void stop(Duration within) {
        ProcessHandle process = running;
        if (process != null) {
            stop(process, within);
        }
    }

    /** Stops what an earlier parent, since killed, left running in this directory. */
    void stopOrphan(Duration within) {
        pidFile.stillRunning().ifPresent(orphan -> stop(orphan, within));
    }

    private ProcessHandle running() {
        ProcessHandle process = running;
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }

    private void stop(ProcessHandle process, Duration within) {
        if (process.isAlive()) {
            signal(process, stopSignal);
            if (!ended(process, within)) {
                kill(process);
            }
        }
    }

    /** With its children: PostgreSQL's hold the data directory for a moment after their parent is gone. */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> ended(member, AFTER_KILL));
    }

    /** To the process and its children, each of which PostgreSQL puts into a session of its own. */
    void signalAll(String signal) {
        ProcessHandle process = running();
        Stream.concat(Stream.of(process), process.descendants()).forEach(member -> signal(member, signal));
    }

    /** By the shell: Java itself can only send SIGTERM and SIGKILL. */
    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            throw new ServerFailure("cannot signal process " + process.pid() + ": " + noShell.getMessage(), noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_PROBES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            kill();
            throw new ServerFailure("interrupted while " + name + " was starting", interrupted);
        }
    }
}
