package dev.usher.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a server's own tool makes of an empty data directory, made once and copied from then on: initdb takes a second of
 * work and two of waiting for the disk, Kafka's formatting a JVM.
 *
 * @param folder beside the programs that made it
 */
record Blank(Path folder) {

    /** Its name in a server's directory. */
    static final String DATA = "data";

    /** Makes {@link #DATA} in the directory that it is told. */
    interface Tool {
        void makeIn(Path dir) throws IOException;
    }

    /** Lays a copy into a server's directory that has none yet; whoever comes first makes what is copied. */
    void layInto(Path dir, Tool tool) throws IOException {
        ensureMade(folder, tool);
        Path laid = Files.createTempDirectory(dir, "laid");
        Folders.copyInto(laid, List.of(folder.resolve(DATA)));
        Files.move(laid.resolve(DATA), dir.resolve(DATA)); // in one step: half a directory is none
        Files.delete(laid);
    }

    /** One process at a time makes it; the others wait for it. */
    private static synchronized void ensureMade(Path folder, Tool tool) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && Files.notExists(folder.resolve(DATA))) {
                Path begun = Files.createTempDirectory(folder, "begun");
                tool.makeIn(begun);
                Files.move(begun.resolve(DATA), folder.resolve(DATA));
            }
        }
    }
}
