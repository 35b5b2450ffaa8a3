package dev.usher.local;

import dev.usher.servers.Folders;
import dev.usher.servers.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the servers keep of a system that was started once and holds nothing yet: databases with their tables, topics,
 * schemas. The build makes it, and a new data folder begins as its copy: laying all that down is a third of the work of
 * a first start. Without it the start lays it down itself.
 *
 * @param folder where it lies
 */
record Template(Path folder) {

    /** Emulator and keys are not among them: each system has its own from the beginning. */
    private static final List<String> PARTS = List.of("kafka", "matching-state", "postgres", "registry");

    /** Takes over what lies in the data folder of a system that was stopped in order. */
    void take(Layout stopped) throws IOException {
        Programs.remove(folder);
        Path begun = folder.resolveSibling(folder.getFileName() + ".begun");
        copy(stopped.data(), begun);
        for (String part : PARTS) {
            forgetProcess(begun.resolve(part), part);
        }
        Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lays a copy into a data folder that holds none of it; a folder in which anything lies is left as it is. */
    void layInto(Layout layout) throws IOException {
        Path copy = layout.laying();
        if (Files.exists(folder)
                && PARTS.stream().noneMatch(part -> Files.exists(layout.data().resolve(part)))) {
            copy(folder, copy);
            for (String part : PARTS) {
                Files.move(copy.resolve(part), layout.data().resolve(part), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Programs.remove(copy); // what is left of one that was cut, too
    }

    private static void copy(Path from, Path to) throws IOException {
        Programs.remove(to); // of a copy that was cut
        Files.createDirectories(to);
        Folders.copyInto(to, PARTS.stream().map(from::resolve).toList());
    }

    private static void forgetProcess(Path part, String server) throws IOException {
        Files.deleteIfExists(part.resolve(server + ".log"));
        Files.deleteIfExists(part.resolve(server + PidFile.SUFFIX));
    }
}
