package dev.usher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory: its proportional set size, so that pages shared by many count once. */
final class Memory {

    private Memory() {}

    /** Megabytes; 0 where the system does not tell (it is Linux that does). */
    static long megabytes(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try {
            return Files.readAllLines(rollup).stream()
                            .filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException unknown) {
            return 0;
        }
    }
}
