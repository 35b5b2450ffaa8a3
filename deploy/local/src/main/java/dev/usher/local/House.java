package dev.usher.local;

import dev.usher.local.client.SideBySide;
import dev.usher.local.client.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** All parts that run, in floors: each stands on those below. They start together and are closed from the top down. */
final class House implements AutoCloseable {

    private final Terminal terminal;
    private final Stop stop;
    private final Deque<List<Keeper>> opened = new ArrayDeque<>();
    private volatile boolean closing;

    /** @param stop once it is asked for, nothing is started again */
    House(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    /**
     * Starts all floors at once and returns when every part answers; the first failure is thrown. A part waits by itself
     * for what it stands on, as it would after an outage.
     */
    void open(List<List<Part>> floors) throws InterruptedException {
        for (List<Part> floor : floors) {
            opened.push(floor.stream()
                    .map(part -> new Keeper(part, terminal, () -> closing || stop.asked()))
                    .toList());
        }
        SideBySide.run(opened.stream()
                .flatMap(List::stream)
                .<Runnable>map(keeper -> keeper::start)
                .toList());
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
        closing = true;
        while (!opened.isEmpty()) {
            List<Keeper> keepers = opened.pop();
            try {
                SideBySide.run(
                        keepers.stream().<Runnable>map(keeper -> keeper::stop).toList());
            } catch (InterruptedException again) {
                keepers.forEach(Keeper::stop);
            }
        }
    }
}
