package dev.usher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The services' programs, unpacked from what the build packed: only then can a JVM keep a start-up cache of them. */
final class Programs {

    private Programs() {}

    /** Unpacks a service unless that was done since it was built. */
    static void unpack(Layout layout, Service service) {
        try {
            Path packed = packed(layout, service.module());
            Path unpacked = layout.jar(service.module());
            if (Files.notExists(unpacked) || isOlder(unpacked, packed)) {
                remove(layout.app(service.module()));
                extract(packed, layout.app(service.module()));
                Files.move(
                        unpacked.resolveSibling(packed.getFileName()), unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new CannotStart("cannot unpack " + service.module() + " (" + failure.getMessage() + ")", failure);
        }
    }

    /** By the time of the inode's change: a reproducible build gives every jar the same time of modification. */
    private static boolean isOlder(Path one, Path other) throws IOException {
        return changed(one).compareTo(changed(other)) < 0;
    }

    private static FileTime changed(Path file) throws IOException {
        return (FileTime) Files.getAttribute(file, "unix:ctime");
    }

    private static Path packed(Layout layout, String module) throws IOException {
        Path target = layout.project().resolve(module).resolve("target");
        if (Files.notExists(target)) {
            throw new CannotStart(module + " is not built; run deploy/up or ./mvnw package");
        }
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(jar -> jar.getFileName().toString().matches(module + "-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart(module + " is not built; run deploy/up or ./mvnw package"));
        }
    }

    private static void extract(Path packed, Path into) throws IOException {
        Process extraction = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packed.toString(),
                        "extract",
                        "--destination",
                        into.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (exit(extraction) != 0) {
            throw new CannotStart("cannot unpack " + packed);
        }
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CannotStart("stopped while unpacking", stop);
        }
    }

    /** Removes a folder with all in it; a missing one is fine. */
    static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
