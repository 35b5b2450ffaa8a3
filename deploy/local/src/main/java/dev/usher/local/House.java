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
     * Starts the ground floor, then all others at once, and returns when every part answers; the first failure is thrown.
     * A part waits by itself for what it stands on, as it would after an outage; but on few processors a start in which
     * all wait for the broker, trying again and again, takes a tenth longer.
     */
    void open(List<List<Part>> floors) throws InterruptedException {
        List<Runnable> ground = begin(floors.getFirst());
        List<Runnable> above =
                floors.stream().skip(1).flatMap(floor -> begin(floor).stream()).toList();
        SideBySide.run(ground);
        SideBySide.run(above);
    }

    private List<Runnable> begin(List<Part> floor) {
        List<Keeper> keepers = floor.stream()
                .map(part -> new Keeper(part, terminal, () -> closing || stop.asked()))
                .toList();
        opened.push(keepers);
        return keepers.stream().<Runnable>map(keeper -> keeper::start).toList();
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
