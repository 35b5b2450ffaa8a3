package dev.usher.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a child JVM, small and quick to start; the JDK is the one we run on. */
record Jvm(List<String> cacheOptions, List<String> options) {

    Jvm(List<String> cacheOptions, String... options) {
        this(cacheOptions, List.of(options));
    }

    List<String> run(String... program) {
        return Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:ReservedCodeCacheSize=240m", // at 15 % of it the JVM collects all garbage
                                "-XX:+ExitOnOutOfMemoryError"),
                        cacheOptions.stream(),
                        options.stream(),
                        Stream.of(program))
                .flatMap(part -> part)
                .toList();
    }
}
