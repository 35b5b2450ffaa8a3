package dev.usher.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a server's JVM loaded and linked, written down by one run for all later ones (JEP 483, JEP 514): about half the
 * work of a start. It fits one JDK and one class path; a JVM for which it does not fit starts without.
 */
public record StartCache(Path file) {

    /** The JVM warns of what it cannot take over from the cache; nobody needs to act on that. */
    private static final String QUIET = "-Xlog:aot*=off,cds*=off";

    static StartCache of(String server) {
        return new StartCache(Programs.target().resolve(server + "-" + Runtime.version() + ".aot"));
    }

    /** With it the JVM starts from the cache; without one, or from one that does not fit, as ever. */
    public List<String> use() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file, QUIET) : List.of();
    }

    /** The JVM then writes the cache when it ends, which takes it some seconds. */
    public List<String> write() {
        return List.of("-XX:AOTCacheOutput=" + file, QUIET);
    }

    /** As {@link #write}, but beside the one that others may be using. */
    List<String> record() {
        return List.of("-XX:AOTCacheOutput=" + written(), QUIET);
    }

    /** Puts what was recorded into place in one step, for others may be starting. */
    void keep() {
        try {
            if (Files.exists(written())) {
                Files.move(written(), file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw new ServerFailure("cannot keep " + file + ": " + failed.getMessage(), failed);
        }
    }

    private Path written() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
