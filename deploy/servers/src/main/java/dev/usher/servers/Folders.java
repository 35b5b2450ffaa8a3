package dev.usher.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of folders, by cp: it keeps modes, owners and holes, and PostgreSQL refuses a folder that others can read. */
public final class Folders {

    private Folders() {}

    /** Copies each with all in it, under its name, into a folder that is there; returns once the copies are on disk. */
    public static void copyInto(Path target, List<Path> folders) throws IOException {
        Stream<String> from = folders.stream().map(Path::toString);
        Commands.run(
                "the copy in " + target,
                Stream.of(Stream.of("cp", "-a"), from, Stream.of(target.toString()))
                        .flatMap(words -> words)
                        .toList());
        Commands.run("the copy in " + target, List.of("sync", "-f", target.toString()));
    }
}
