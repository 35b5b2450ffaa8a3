package dev.usher.local;

import dev.usher.local.client.Terminal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps one part running: starts it again when it dies, after 1 s at first and 30 s at most. */
final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(250);
    /** A part that held this long is healthy again: the next pause is a short one. */
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    private final Part part;
    private final Terminal terminal;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private Duration pause = FIRST_PAUSE;

    Keeper(Part part, Terminal terminal) {
        this.part = part;
        this.terminal = terminal;
    }

    Part part() {
        return part;
    }

    /** The first start: its failure is the caller's. */
    void start() {
        long began = System.nanoTime();
        part.start();
        terminal.step(part.name() + " is up (" + seconds(began) + " s)");
        Thread.ofVirtual().name("keeper-" + part.name()).start(this::watch);
    }

    void stop() {
        stopping.set(true);
        part.stop();
    }

    private void watch() {
        long up = System.nanoTime();
        while (!stopping.get()) {
            pause(GLANCE);
            if (!part.alive() && !stopping.get()) {
                pause = System.nanoTime() - up > HEALTHY.toNanos() ? FIRST_PAUSE : pause;
                restart();
                up = System.nanoTime();
            }
        }
    }

    private void restart() {
        terminal.step(part.name() + " died; starting it again in " + pause.toSeconds() + " s");
        pause(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        if (stopping.get()) {
            return;
        }
        long began = System.nanoTime();
        try {
            part.start();
            terminal.step(part.name() + " is up again (" + seconds(began) + " s)");
        } catch (RuntimeException failure) {
            terminal.step(part.name() + " does not start: " + CannotStart.reason(failure));
        }
    }

    private static String seconds(long began) {
        return String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
