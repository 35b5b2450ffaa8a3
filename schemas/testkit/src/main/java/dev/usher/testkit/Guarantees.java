package dev.usher.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What every path from a topic to a state promises, as an object to run against that path: nothing lost, one effect per
 * message, order per key, also while something goes wrong.
 *
 * <pre>{@code
 * Guarantees.of(message -> broker.send(topic, message.key(), record(message), message.id()), repository::effects)
 *         .disturbedBy(Disturbance.restartOf(listeners))
 *         .observe()
 *         .hold();
 * }</pre>
 */
public final class Guarantees {

    /** Sends the message by the path under test, under the message's own id. */
    @FunctionalInterface
    public interface Sender {
        void send(Numbered message);
    }

    /** Reads the effects there are: of each the number of the message that had it, in the order they took place. */
    @FunctionalInterface
    public interface Effects {
        List<Integer> read();
    }

    private static final Duration CALM = Duration.ofSeconds(2);

    private final Sender sender;
    private final Effects effects;
    private Disturbance disturbance = Disturbance.none();
    private int messages = 60;
    private int keys = 5;
    private boolean repeated;
    private Duration within = Duration.ofSeconds(60);

    private Guarantees(Sender sender, Effects effects) {
        this.sender = sender;
        this.effects = effects;
    }

    /** Of the path that begins with {@code sender} and ends where {@code effects} are read. */
    public static Guarantees of(Sender sender, Effects effects) {
        return new Guarantees(sender, effects);
    }

    /** Strikes after the first and again after the second third of the messages. */
    public Guarantees disturbedBy(Disturbance disturbance) {
        this.disturbance = disturbance;
        return this;
    }

    /** Sends every message a second time right behind the first, and some again at the end, as a relay may. */
    public Guarantees withRepeats() {
        this.repeated = true;
        return this;
    }

    /** How many, spread in turn over how many keys; 60 over 5 unless said otherwise. */
    public Guarantees messages(int messages, int keys) {
        this.messages = messages;
        this.keys = keys;
        return this;
    }

    /** How long the last effect may take after the last message; 60 s unless said otherwise. */
    public Guarantees within(Duration within) {
        this.within = within;
        return this;
    }

    /** Sends, disturbs, waits until every effect is there (or the time is over) and none has come for 2 s. */
    public Observed observe() {
        List<Numbered> sent = numbered();
        Thread striking = Thread.ofVirtual().start(() -> {});
        for (Numbered message : sent) {
            if (message.number() == messages / 3 || message.number() == 2 * messages / 3) {
                join(striking);
                striking = Thread.ofVirtual().start(disturbance::strike);
            }
            send(message);
        }
        join(striking);
        sent.stream().filter(message -> repeated && message.number() % 7 == 0).forEach(sender::send);
        awaitAll(sent);
        return new Observed(sent, settled());
    }

    private List<Numbered> numbered() {
        String run = UUID.randomUUID().toString();
        return IntStream.range(0, messages)
                .mapToObj(number -> new Numbered(run + "-" + number, run + "-key-" + number % keys, number))
                .toList();
    }

    private static void join(Thread striking) {
        try {
            striking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(Numbered message) {
        sender.send(message);
        if (repeated) {
            sender.send(message);
        }
    }

    private void awaitAll(List<Numbered> sent) {
        List<Integer> numbers = sent.stream().map(Numbered::number).toList();
        try {
            Awaitility.await()
                    .atMost(within)
                    .ignoreExceptions()
                    .until(() -> new HashSet<>(effects.read()).containsAll(numbers));
        } catch (ConditionTimeoutException lost) {
            // The observation shows what is missing.
        }
    }

    private List<Integer> settled() {
        List<Integer> last = new ArrayList<>(effects.read());
        Awaitility.await().atMost(within).during(CALM).until(() -> {
            List<Integer> now = effects.read();
            boolean calm = now.equals(last);
            last.clear();
            last.addAll(now);
            return calm;
        });
        return List.copyOf(last);
    }
}
