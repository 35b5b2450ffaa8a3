package dev.usher.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. A root user (as in a container) therefore runs it in a user namespace, where it is
 * nobody and still owns its files; where namespaces are forbidden, as the system's user nobody.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<List<String>> AS_ROOT = List.of(
            NAMESPACE,
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
            List.of("runuser", "-u", "nobody", "--"));

    private Unprivileged() {}

    static List<String> run(Stream<String> command) {
        return Stream.concat(prefix().stream(), command).toList();
    }

    /** Hands the directory to whom the command will run as. */
    static void own(Path dir) throws IOException {
        if (isRoot() && !prefix().equals(NAMESPACE)) {
            Commands.run("PostgreSQL's directory", List.of("chown", "-R", NOBODY + ":" + NOBODY, dir.toString()));
        }
    }

    private static List<String> prefix() {
        return isRoot() ? Root.PREFIX : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Looked for once, and only by root. */
    private static final class Root {
        private static final List<String> PREFIX = Prefix.firstThatWorks(AS_ROOT);
    }
}
