package dev.usher.messaging;

import dev.usher.messaging.MessagingSettings.Postgres;
import io.debezium.engine.DebeziumEngine;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** One go of the relay: wait for the lock, read the log and send until something ends it. */
final class RelayRun implements AutoCloseable, DebeziumEngine.ConnectorCallback {

    /** How far it has come. */
    enum Turn {
        BEGINNING,
        WAITING,
        RELAYING
    }

    private static final Duration LOCK_CHECK = Duration.ofSeconds(2);

    private final RelayLock lock;
    private final Producer<String, byte[]> producer;
    private final DebeziumEngine<?> engine;
    private final String slot;
    private final AtomicReference<@Nullable Throwable> why = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Turn turn = Turn.BEGINNING;

    RelayRun(Postgres database, Supplier<Producer<String, byte[]>> producers) throws SQLException {
        slot = database.slot();
        lock = RelayLock.connect(database);
        try {
            producer = producers.get();
            engine = new RelayEngine(producer).on(database, (success, message, error) -> why.set(error), this);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Blocks; what ended it, or null when it was asked to. */
    @Nullable Throwable untilEnd() throws SQLException {
        try {
            turn = Turn.WAITING;
            lock.acquire();
            lock.takeSlot(slot);
            Thread.ofVirtual().name("relay-lock-watch").start(this::watchLock);
            engine.run();
            return why.get();
        } finally {
            ended.countDown();
        }
    }

    Turn turn() {
        return turn;
    }

    @Override
    public void pollingStarted() {
        turn = Turn.RELAYING;
    }

    /** Returns once it has ended; after the patience it does not wait for the broker any more. */
    void end(Duration patience) {
        Thread.ofVirtual().start(this::closeEngine);
        if (turn == Turn.WAITING || !endsWithin(patience)) {
            close();
            endsWithin(patience);
        }
    }

    /** Without the lock another replica may relay as well: that would be harmless but for the order. */
    private void watchLock() {
        while (!endsWithin(LOCK_CHECK)) {
            if (!lock.held()) {
                closeEngine();
            }
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void closeEngine() {
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            // it is ending already, or is too young to be closed and notices that its connection is gone
        }
    }

    /** The lock goes last and in any case: an interrupted thread's producer throws, and a kept lock stops every relay. */
    @Override
    public void close() {
        try {
            producer.close(Duration.ZERO);
        } finally {
            lock.close();
        }
    }
}
