package dev.usher.testkit;

import dev.usher.servers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of this JVM's servers, {@code target/servers/<pid>} of the module under test. */
final class TestDirectory {

    private static final Path HOME = Path.of("target", "servers");

    private TestDirectory() {}

    /** Makes it, and clears away what JVMs that are no more have left: servers first, then files. */
    static Path fresh() {
        try {
            Path mine = HOME.resolve(Long.toString(ProcessHandle.current().pid()));
            Files.createDirectories(HOME);
            leftBehind(mine).forEach(TestDirectory::clear);
            return Files.createDirectories(mine).toAbsolutePath();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static List<Path> leftBehind(Path mine) throws IOException {
        try (Stream<Path> all = Files.list(HOME)) {
            return all.filter(each -> each.equals(mine) || !isAlive(each)).toList();
        }
    }

    private static boolean isAlive(Path directory) {
        String name = directory.getFileName().toString();
        return name.matches("\\d{1,10}")
                && ProcessHandle.of(Long.parseLong(name)).isPresent();
    }

    private static void clear(Path directory) {
        Server.stopOrphans(directory);
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException | UncheckedIOException anotherClearsIt) {
            // Two JVMs that start at once clear the same leavings; whatever stays is cleared by the next.
        }
    }
}
