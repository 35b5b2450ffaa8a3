package dev.usher.local;

import dev.usher.local.client.Terminal;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps one part running: starts it again when it dies, after 1 s at first and 30 s at most. */
final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(250);
    /** A part that held this long is healthy again: the next pause is a short one. */
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    private final Part part;
    private final Terminal terminal;
    private final BooleanSupplier stopping;
    private volatile @Nullable Thread watcher;
    private Duration pause = FIRST_PAUSE;

    /** @param stopping true from the moment on when nothing is to be started again */
    Keeper(Part part, Terminal terminal, BooleanSupplier stopping) {
        this.part = part;
        this.terminal = terminal;
        this.stopping = stopping;
    }

    Part part() {
        return part;
    }

    /** The first start: its failure is the caller's. */
    void start() {
        long began = System.nanoTime();
        part.start();
        terminal.step(part.name() + " is up (" + seconds(began) + " s)");
        watcher = Thread.ofVirtual().name("keeper-" + part.name()).start(this::watch);
    }

    /** Stops the part for good; a start of it that is still going on is cut first. */
    void stop() {
        Thread watching = watcher;
        if (watching != null) {
            watching.interrupt();
            awaitEnd(watching);
        }
        part.stop();
    }

    private static void awaitEnd(Thread watching) {
        try {
            watching.join();
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        long up = System.nanoTime();
        while (!stopping.getAsBoolean()) {
            pause(GLANCE);
            if (!part.alive() && !stopping.getAsBoolean()) {
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
        if (stopping.getAsBoolean()) {
            return;
        }
        long began = System.nanoTime();
        try {
            part.start();
            terminal.step(part.name() + " is up again (" + seconds(began) + " s)");
        } catch (RuntimeException failure) {
            if (!stopping.getAsBoolean()) {
                terminal.step(part.name() + " does not start: " + CannotStart.reason(failure));
            }
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
