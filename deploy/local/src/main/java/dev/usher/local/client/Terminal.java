package dev.usher.local.client;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the person at the terminal reads: each line with the seconds since the start. */
public final class Terminal {

    private final PrintStream out;
    private final Instant started = Instant.now();

    public Terminal(PrintStream out) {
        this.out = out;
    }

    /** One step and when it happened, counted from the start. */
    public synchronized void step(String text) {
        double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "[%6.2f s] %s%n", seconds, text);
    }

    /** Text as it is, such as one side of a conversation. */
    public synchronized void say(String who, String text) {
        out.printf("%n%-8s", who + ":");
        out.println(text.strip().indent(8).strip());
        out.println();
    }

    /** A line without a time. */
    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
