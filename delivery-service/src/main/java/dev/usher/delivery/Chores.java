package dev.usher.delivery;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does each chore on a virtual thread of its own, again and again. */
@Component
class Chores implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final List<Chore> chores;
    private volatile List<Thread> threads = List.of();
    private volatile boolean running;

    Chores(List<Chore> chores) {
        this.chores = chores;
    }

    @Override
    public void start() {
        running = true;
        threads = chores.stream()
                .filter(chore -> !chore.every().isZero())
                .map(chore -> Thread.ofVirtual()
                        .name(chore.getClass().getSimpleName())
                        .start(() -> repeat(chore)))
                .toList();
    }

    private void repeat(Chore chore) {
        try {
            while (running) {
                if (once(chore) == 0) {
                    Thread.sleep(chore.every());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a stop cuts off was rolled back, and is done after the next start. */
    private int once(Chore chore) {
        try {
            return chore.run().blockOptional(BOUND).orElse(0);
        } catch (RuntimeException failed) {
            if (running) {
                log.warn("{} failed and is tried again: {}", chore.getClass().getSimpleName(), failed.toString());
            }
            return 0;
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
