package dev.usher.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the build laid the servers' own programs, {@code deploy/servers/programs/target}. */
final class Programs {

    private static final Path HOME = Path.of("deploy", "servers", "programs");

    private Programs() {}

    /** The broker's class path. */
    static String kafka() {
        return built("kafka").resolve("*").toString();
    }

    /** The directory that holds the registry's jars, as Quarkus laid them. */
    static Path registry() {
        return built("registry");
    }

    /** Where PostgreSQL's programs are unpacked to. */
    static Path postgres() {
        return target().resolve("postgres");
    }

    /** Where they all lie. */
    static Path target() {
        return root().resolve(HOME).resolve("target");
    }

    private static Path built(String name) {
        Path directory = target().resolve(name);
        if (!Files.isDirectory(directory)) {
            throw new ServerFailure("not built yet: " + directory + " is missing; run ./mvnw install first");
        }
        return directory;
    }

    /** The system property {@code usher.root}, else the nearest directory upwards that holds the programs' module. */
    private static Path root() {
        @Nullable String named = System.getProperty("usher.root");
        return named != null
                ? Path.of(named).toAbsolutePath()
                : upwards(Path.of("").toAbsolutePath());
    }

    private static Path upwards(Path from) {
        return Stream.iterate(from, directory -> directory != null, Path::getParent)
                .filter(directory -> Files.isDirectory(directory.resolve(HOME)))
                .findFirst()
                .orElseThrow(() -> new ServerFailure(
                        "cannot find " + HOME + " above " + from + "; set -Dusher.root to the repository"));
    }
}
