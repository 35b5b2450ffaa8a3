package dev.usher.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process when it cannot go on by itself, so that a supervisor starts it again. */
@FunctionalInterface
public interface Ending {

    /** Returns at once: the caller may be a thread that the shutdown waits for. */
    void because(String why, @Nullable Throwable cause);

    /** The real one: an orderly exit, and after {@code patience} a hard one. */
    static Ending process(Duration patience) {
        Logger log = LoggerFactory.getLogger(Ending.class);
        return (why, cause) -> {
            log.error("ending the process: {}", why, cause);
            Thread.ofPlatform().name("ending").start(() -> System.exit(1));
            Thread.ofPlatform().name("ending-hard").daemon().start(() -> haltAfter(patience));
        };
    }

    private static void haltAfter(Duration patience) {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
