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

    /** Emulator, keys and matching's stores are not among them: each system has its own from the beginning. */
    private static final List<String> PARTS = List.of("kafka", "postgres", "registry");

    /** Takes over what lies in the data folder of a system that was stopped in order. */
    void take(Layout stopped) throws IOException {
        Programs.remove(folder);
        Path begun = folder.resolveSibling(folder.getFileName() + ".begun");
        Programs.remove(begun); // of a copy that was cut
        Files.createDirectories(begun);
        Folders.copyInto(begun, PARTS.stream().map(stopped.data()::resolve).toList());
        for (String part : PARTS) {
            forgetProcess(begun.resolve(part), part);
        }
        Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** For a data folder that holds none of it; a folder in which anything lies is left as it is. */
    Copy into(Layout layout) throws IOException {
        for (String part : PARTS) {
            Programs.remove(layout.laying(part)); // of a copy that was cut
        }
        boolean wanted = Files.exists(folder)
                && PARTS.stream().noneMatch(part -> Files.exists(layout.data().resolve(part)));
        return new Copy(folder, layout, wanted);
    }

    /** Each server's part is laid right before it starts, so that none waits for another's. */
    record Copy(Path template, Layout layout, boolean wanted) {

        void lay(String part) {
            Path laid = layout.data().resolve(part);
            if (!wanted || Files.exists(laid)) {
                return;
            }
            Path laying = layout.laying(part);
            try {
                Files.createDirectories(laying);
                Folders.copyInto(laying, List.of(template.resolve(part)));
                Files.move(laying.resolve(part), laid, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(laying);
            } catch (IOException failure) {
                throw new CannotStart("cannot lay " + laid + " (" + failure.getMessage() + ")", failure);
            }
        }
    }

    private static void forgetProcess(Path part, String server) throws IOException {
        Files.deleteIfExists(part.resolve(server + ".log"));
        Files.deleteIfExists(part.resolve(server + PidFile.SUFFIX));
    }
}
