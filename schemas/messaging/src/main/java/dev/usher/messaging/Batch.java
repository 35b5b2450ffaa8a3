package dev.usher.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One batch on its walk. What lies before {@code done} is committed; {@code limit} is the first record that is known to
 * fail, or the batch's size; {@code end} is how far the next transaction goes.
 */
final class Batch<T extends SpecificRecord> {

    private static final int NOBODY = -1;

    /** Tells the error handler to try again in place. */
    private static final class Postponed extends BatchListenerFailedException {
        private static final long serialVersionUID = 1L;

        Postponed(Throwable cause, int index) {
            super(cause.toString(), cause, index);
        }
    }

    /**
     * Tells the error handler to park. A type of its own beside {@link Postponed}: the handler begins a record's retries
     * anew only when the type of what it is told changes, and would try one that was late first and proved bad then
     * without end.
     */
    private static final class Unhandled extends BatchListenerFailedException {
        private static final long serialVersionUID = 1L;

        Unhandled(Throwable cause, int index) {
            super(cause.toString(), cause, index);
        }
    }

    private final Receiver receiver;
    private final String group;
    private final List<ConsumerRecord<String, byte[]>> records;
    private final Class<T> type;
    private final Function<Received<T>, Mono<Void>> handle;
    private final long deadline;
    private final List<Received<T>> received = new ArrayList<>();
    private final AtomicInteger at = new AtomicInteger(NOBODY);
    private int done;
    private int end;
    private int limit;
    private @Nullable Throwable failure;

    Batch(
            Receiver receiver,
            String group,
            List<ConsumerRecord<String, byte[]>> records,
            Class<T> type,
            Function<Received<T>, Mono<Void>> handle) {
        this.receiver = receiver;
        this.group = group;
        this.records = records;
        this.type = type;
        this.handle = handle;
        this.deadline = System.nanoTime() + receiver.handleWithin.toNanos();
        this.limit = records.size();
    }

    void run() {
        attempt(Mono.<Void>fromRunnable(this::decodeAll).subscribeOn(Schedulers.boundedElastic()));
        end = portion();
        while (done < limit) {
            if (attempt(receiver.transaction.transactional(handleAll()))) {
                done = end;
                end = portion();
            }
        }
        if (failure != null) {
            throw failure instanceof Later ? new Postponed(failure, limit) : new Unhandled(failure, limit);
        }
        receiver.portion.wasInTime();
    }

    private int portion() {
        return done + Math.min(limit - done, receiver.portion.size());
    }

    private boolean attempt(Mono<Void> work) {
        at.set(NOBODY);
        try {
            work.timeout(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))
                    .block();
            return true;
        } catch (RuntimeException e) {
            note(Exceptions.unwrap(e));
            return false;
        }
    }

    /** A record's failure ends the good prefix there. Nobody's: what is away is later, else halve until it is one's. */
    private void note(Throwable e) {
        boolean late = deadline - System.nanoTime() <= 0;
        boolean later = late || Later.isLater(e);
        if (late) {
            receiver.portion.tookTooLong(end - done);
        }
        if (at.get() != NOBODY && !late) {
            fail(at.get(), later, e);
        } else if (later || end - done <= 1) {
            fail(done, later, e);
        } else {
            end = done + (end - done) / 2;
        }
    }

    private void fail(int index, boolean later, Throwable e) {
        failure = later && !(e instanceof Later) ? new Later("cannot be handled now: " + e, e) : e;
        limit = index;
        end = index;
    }

    private void decodeAll() {
        for (int i = 0; i < records.size(); i++) {
            at.set(i);
            ConsumerRecord<String, byte[]> record = records.get(i);
            received.add(survived(() -> decode(record)));
        }
    }

    private Received<T> decode(ConsumerRecord<String, byte[]> record) {
        String key = Objects.requireNonNull(record.key(), "the record has no key");
        byte[] bytes = record.value();
        return new Received<>(
                Headers.messageId(record),
                record.topic(),
                key,
                bytes == null ? null : receiver.avro.decode(record.topic(), bytes, type),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private Mono<Void> handleAll() {
        List<Received<T>> part = received.subList(done, end);
        return receiver.inbox
                .claim(group, part.stream().map(Received::id).toList())
                .map(HashSet::new)
                .flatMapMany(fresh -> Flux.range(done, end - done).concatMap(i -> handleIf(fresh, i)))
                .then(Mono.<Void>fromRunnable(() -> at.set(NOBODY)));
    }

    /** A repeat within the batch finds its id taken away by the first. */
    private Mono<Void> handleIf(Set<String> fresh, int index) {
        Received<T> record = received.get(index);
        if (!fresh.remove(record.id())) {
            return Mono.empty();
        }
        at.set(index);
        String parent = Headers.text(records.get(index), Headers.TRACEPARENT);
        return Mono.defer(() -> survived(() -> handle.apply(record))).contextWrite(Cause.of(record.id(), parent)::into);
    }

    /** Reactor lets these pass by every operator, and the batch would wait in vain: they are this record's failure. */
    private static <R> R survived(Supplier<R> work) {
        try {
            return work.get();
        } catch (StackOverflowError | LinkageError e) {
            throw new IllegalStateException("cannot be handled: " + e, e);
        }
    }
}
