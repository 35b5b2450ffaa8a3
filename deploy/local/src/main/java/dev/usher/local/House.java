package dev.usher.local;

import dev.usher.local.client.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All parts that run, in floors: each stands on those below. They start together and are closed from the top down. */
final class House implements AutoCloseable {

    private final Terminal terminal;
    private final Deque<List<Keeper>> opened = new ArrayDeque<>();
    private final Thread owner = Thread.currentThread();
    private volatile boolean busy;

    House(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Starts all floors at once and returns when every part answers; the first failure is thrown. A part waits by itself
     * for what it stands on, as it would after an outage.
     */
    void open(List<List<Part>> floors) throws InterruptedException {
        for (List<Part> floor : floors) {
            opened.push(floor.stream().map(part -> new Keeper(part, terminal)).toList());
        }
        busy = true;
        try {
            sideBySide(opened.stream()
                    .flatMap(List::stream)
                    .<Runnable>map(keeper -> keeper::start)
                    .toList());
        } finally {
            busy = false;
        }
    }

    /** Cuts a start that is still going on, so that a stop need not wait for it. */
    void interrupt() {
        if (busy) {
            owner.interrupt();
        }
    }

    /** One line a part: name, port. */
    String census() {
        StringBuilder lines = new StringBuilder();
        opened.descendingIterator()
                .forEachRemaining(floor ->
                        floor.forEach(keeper -> lines.append(keeper.part().name())
                                .append('\t')
                                .append(keeper.part().port())
                                .append('\n')));
        return lines.toString();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            List<Keeper> keepers = opened.pop();
            try {
                sideBySide(
                        keepers.stream().<Runnable>map(keeper -> keeper::stop).toList());
            } catch (InterruptedException again) {
                keepers.forEach(Keeper::stop);
            }
        }
    }

    private static void sideBySide(List<Runnable> works) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> all = works.stream().map(threads::submit).toList();
            for (Future<?> one : all) {
                await(one, threads);
            }
        }
    }

    private static void await(Future<?> work, ExecutorService threads) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException failed) {
            threads.shutdownNow();
            throw failed.getCause() instanceof RuntimeException reason
                    ? reason
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            throw stop;
        }
    }
}
