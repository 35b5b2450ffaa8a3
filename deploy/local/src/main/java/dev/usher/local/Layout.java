package dev.usher.local;

import dev.usher.servers.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where things lie.
 *
 * @param project the checkout
 * @param data what is kept over a restart
 */
record Layout(Path project, Path data) {

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;
    private static final String LOCK = "usher.lock";
    /** All that Usher keeps in the data folder, but for its lock; what else lies there is somebody's own. */
    private static final List<String> OURS = List.of(
            "gmail",
            "kafka",
            "kafka.laying",
            "keys",
            "logs",
            "matching-state",
            "postgres",
            "postgres.laying",
            "processes",
            "registry",
            "registry.laying",
            "running.tsv",
            "samples.begun",
            "samples.loaded");

    static Layout of(String dataOrEmpty) {
        Path project =
                Path.of(System.getProperty("usher.root", ".")).toAbsolutePath().normalize();
        Path data = dataOrEmpty.isBlank() ? project.resolve(".usher") : Path.of(dataOrEmpty);
        return new Layout(project, data.toAbsolutePath().normalize());
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path log(String module) {
        return logs().resolve(module + ".log");
    }

    /** Which process runs the program, for a later launcher, should this one be killed. */
    PidFile pid(String program) {
        return new PidFile(data.resolve("processes").resolve(program + PidFile.SUFFIX));
    }

    Path key(String name) {
        return data.resolve("keys").resolve(name);
    }

    /** The running system told to other commands: one line a part. */
    Path census() {
        return data.resolve("running.tsv");
    }

    /** Held, and filled with its process id, by the launcher that runs on this folder. */
    Path lock() {
        return data.resolve(LOCK);
    }

    /** Where a server's copy of the template lies until it is whole. */
    Path laying(String server) {
        return data.resolve(server + ".laying");
    }

    /** What a new data folder begins as, made by the build. */
    Template template() {
        return new Template(project.resolve("deploy/local/target/template"));
    }

    /** A service's unpacked program, made by the build. */
    Path app(String module) {
        return project.resolve("deploy/local/target/apps").resolve(module);
    }

    Path jar(String module) {
        return app(module).resolve(module + ".jar");
    }

    /** What a program's JVM wrote in training, for its later starts. */
    Path startUpCache(String program) {
        return project.resolve("deploy/local/target/start-up").resolve(program + ".aot");
    }

    /** Makes the folder, or says in one line why it cannot be used. */
    void prepare() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(data.resolve("keys"));
            Files.createDirectories(data.resolve("processes"));
            if (!Files.isWritable(data)) {
                throw new CannotStart(data + " cannot be written");
            }
            if (Files.getFileStore(data).getUsableSpace() < NEEDED_BYTES) {
                throw new CannotStart("the disk under " + data + " has less than 500 MB left");
            }
        } catch (IOException failure) {
            throw new CannotStart("cannot use " + data + ": " + CannotStart.reason(failure), failure);
        }
    }

    /** Refuses a folder that is full of something else: nobody types its name to have it emptied. */
    void requireOurs() {
        String[] there = data.toFile().list();
        if (there != null && there.length > 0 && Files.notExists(lock())) {
            throw new CannotStart(data + " holds something else than Usher's data; --fresh removes nothing there");
        }
    }

    /** Removes what an earlier run left, and nothing else; asked for by {@code --fresh} only. */
    void empty() {
        for (String name : OURS) {
            try {
                Programs.remove(data.resolve(name));
            } catch (IOException failure) {
                throw new CannotStart(
                        "cannot remove " + data.resolve(name) + ": " + CannotStart.reason(failure), failure);
            }
        }
    }
}
