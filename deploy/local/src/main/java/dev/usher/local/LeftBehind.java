package dev.usher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processes that outlived a launcher which was killed: found by the id and name written down, and stopped before their
 * successors start. The servers of {@code deploy/servers} look after their own.
 */
final class LeftBehind {

    private LeftBehind() {}

    static void remember(Layout layout, List<Part> parts) {
        try {
            Path file = file(layout);
            StringBuilder lines = new StringBuilder(Files.exists(file) ? Files.readString(file) : "");
            parts.stream()
                    .filter(JavaProcess.class::isInstance)
                    .forEach(part -> lines.append(part.pid())
                            .append('\t')
                            .append(part.name())
                            .append('\n'));
            Files.writeString(file, lines);
        } catch (IOException failure) {
            throw new CannotStart("cannot write into " + layout.data(), failure);
        }
    }

    static void stop(Layout layout, List<Part> parts) {
        try {
            if (Files.exists(file(layout))) {
                Files.readAllLines(file(layout)).forEach(line -> stop(line.split("\t", 2), parts));
            }
        } catch (IOException failure) {
            throw new CannotStart("cannot read " + file(layout), failure);
        }
    }

    static void forget(Layout layout) {
        try {
            Files.deleteIfExists(file(layout));
        } catch (IOException failure) {
            throw new CannotStart("cannot remove " + file(layout), failure);
        }
    }

    private static void stop(String[] idAndName, List<Part> parts) {
        String name = idAndName[1];
        if (parts.stream().noneMatch(part -> part.name().equals(name))) {
            return;
        }
        ProcessHandle.of(Long.parseLong(idAndName[0]))
                .filter(process -> process.info().commandLine().orElse("").contains(name))
                .ifPresent(LeftBehind::end);
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Path file(Layout layout) {
        return layout.data().resolve("processes.tsv");
    }
}
