package dev.usher.servers;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What is written before a command so that the child runs in other circumstances than its parent. */
public final class Prefix {

    /** A session of its own: Ctrl-C in the terminal then reaches the parent only, which stops its children in order. */
    private static final List<String> SESSION = firstThatWorks(List.of(List.of("setsid"), List.of()));

    private Prefix() {}

    /** The command, out of reach of the signals that a terminal sends to its foreground group. */
    public static List<String> ownGroup(List<String> command) {
        return Stream.concat(SESSION.stream(), command.stream()).toList();
    }

    /** The first prefix under which {@code true} succeeds here; none is an IllegalStateException. */
    static List<String> firstThatWorks(List<List<String>> prefixes) {
        return prefixes.stream()
                .filter(Prefix::works)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none of " + prefixes + " works"));
    }

    private static boolean works(List<String> prefix) {
        try {
            Process probe = new ProcessBuilder(
                            Stream.concat(prefix.stream(), Stream.of("true")).toList())
                    .start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
