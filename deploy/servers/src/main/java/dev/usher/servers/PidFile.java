package dev.usher.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers a process beyond the life of its parent: its pid and, since pids are used again, when it started. */
public record PidFile(Path path) {

    /** Ends the name of every such file; {@link Server#stopOrphans} looks for it. */
    public static final String SUFFIX = ".pid";

    /** The system derives start times from a boot time that may be corrected by a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    /** Replaces what was written before. */
    public void write(ProcessHandle process) throws IOException {
        Files.writeString(path, process.pid() + " " + startOf(process).toEpochMilli());
    }

    /** The process written here, if that very one still runs. */
    Optional<ProcessHandle> stillRunning() {
        try {
            String[] parts = Files.readString(path).trim().split(" ", 2);
            Instant started = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) < 0);
        } catch (IOException | RuntimeException noneOrHalfWritten) {
            return Optional.empty();
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
