package dev.usher.matching.streams;

import dev.usher.messaging.Avro;
import dev.usher.messaging.Later;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * The contract's bytes, in the stream thread. While the registry is away the thread waits in place, so that the order
 * holds and nothing is parked; after a while it gives up, and the record is read again by a new thread.
 */
final class Decoding {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int TRIES = 16;

    private final Avro avro;

    Decoding(Avro avro) {
        this.avro = avro;
    }

    <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) {
        return patiently(() -> avro.decode(topic, bytes, type));
    }

    byte[] encode(String topic, SpecificRecord value) {
        return patiently(() -> avro.encode(topic, value));
    }

    private static <T> T patiently(Supplier<T> work) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (Later away) {
                if (attempt == TRIES) {
                    throw away;
                }
                pause(wait, away);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private static void pause(Duration wait, Later away) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
