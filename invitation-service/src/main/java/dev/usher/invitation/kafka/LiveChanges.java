package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.invitation.Changes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/**
 * Reads the topics in every replica, without a group: one consumer follows their ends for all who listen; whoever was
 * cut off reads what was missed with a consumer of its own, and then goes on with the rest.
 */
@Component
class LiveChanges implements Changes, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveChanges.class);

    private static final List<String> TOPICS = List.of(
            Topics.INVITE_REQUESTS,
            Topics.INVITE_APPROVALS,
            Topics.INVITE_DECISIONS,
            Topics.INVITE_DELIVERIES,
            Topics.REGISTRATIONS);

    static final List<TopicPartition> PARTITIONS = TOPICS.stream()
            .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)))
            .toList();

    private static final Map<TopicPartition, Integer> INDEX = index();
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long the start of the service waits for us to stand at the ends of the topics. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConsumerFactory<?, ?> consumers;
    private final ChangeReading reading;
    private final Sinks.Many<Read> live = Sinks.many().multicast().directBestEffort();
    private final long[] here = new long[PARTITIONS.size()];
    private final CompletableFuture<Boolean> standing = new CompletableFuture<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean running;

    LiveChanges(ConsumerFactory<?, ?> consumers, ChangeReading reading) {
        this.consumers = consumers;
        this.reading = reading;
    }

    /** A record and its place; {@code told} is null where it tells nothing of an invitation. */
    record Read(int partition, long offset, Changes.@Nullable Told told) {}

    private static Map<TopicPartition, Integer> index() {
        Map<TopicPartition, Integer> index = new HashMap<>();
        PARTITIONS.forEach(p -> index.put(p, index.size()));
        return Map.copyOf(index);
    }

    @Override
    public Mono<String> here() {
        return standing().map(yes -> Places.write(snapshot()));
    }

    /** Before that nobody can tell what a listener missed. */
    private Mono<Boolean> standing() {
        return Mono.fromFuture(() -> standing, true);
    }

    private long[] snapshot() {
        synchronized (here) {
            return here.clone();
        }
    }

    @Override
    public Flux<Told> since(@Nullable String place) {
        long @Nullable [] from = place == null ? null : Places.read(place, PARTITIONS.size());
        return standing().thenMany(Flux.defer(() -> {
            Sinks.Many<Read> mine = Sinks.many()
                    .unicast()
                    .onBackpressureBuffer(Queues.<Read>unbounded().get());
            Disposable listening =
                    live.asFlux().subscribe(mine::tryEmitNext, mine::tryEmitError, mine::tryEmitComplete);
            long[] now = snapshot();
            long[] seen = from == null ? now.clone() : noLaterThan(now, from);
            Flux<Read> missed = behind(seen, now) ? missed(seen.clone(), now) : Flux.empty();
            return Flux.concat(missed, mine.asFlux())
                    .filter(read -> read.offset() >= seen[read.partition()])
                    .handle((Read read, reactor.core.publisher.SynchronousSink<Told> out) -> {
                        seen[read.partition()] = read.offset() + 1;
                        if (read.told() != null) {
                            out.next(placed(read.told(), seen));
                        }
                    })
                    .doFinally(end -> listening.dispose());
        }));
    }

    /** A place of topics that were made anew since may lie beyond their ends: nothing would ever come after it. */
    private static long[] noLaterThan(long[] now, long[] from) {
        return IntStream.range(0, now.length)
                .mapToLong(i -> Math.min(now[i], from[i]))
                .toArray();
    }

    private static Told placed(Told t, long[] seen) {
        return new Told(
                Places.write(seen),
                t.id(),
                t.eventId(),
                t.customerId(),
                t.csmId(),
                t.kind(),
                t.number(),
                t.status(),
                t.revision(),
                t.why(),
                t.at(),
                t.topic());
    }

    private static boolean behind(long[] next, long[] end) {
        return IntStream.range(0, next.length).anyMatch(i -> next[i] < end[i]);
    }

    /** What was written from {@code next} up to {@code end}. */
    private Flux<Read> missed(long[] next, long[] end) {
        return Flux.<Read, Missed>generate(() -> new Missed(consumer(), next, end), Missed::next, Missed::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove("group.id");
        settings.remove("group.instance.id");
        settings.remove("group.protocol");
        settings.put("auto.offset.reset", "earliest");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(PARTITIONS);
        return consumer;
    }

    Read read(ConsumerRecord<String, byte[]> record) {
        int partition = INDEX.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0);
        return new Read(partition, record.offset(), reading.read(record));
    }

    /** Records between two places, one by one. */
    private final class Missed {

        private final Consumer<String, byte[]> consumer;
        private final long[] next;
        private final long[] end;
        private java.util.Iterator<ConsumerRecord<String, byte[]>> batch = java.util.Collections.emptyIterator();

        Missed(Consumer<String, byte[]> consumer, long[] next, long[] end) {
            this.consumer = consumer;
            this.next = next;
            this.end = end;
            for (int i = 0; i < next.length; i++) {
                consumer.seek(PARTITIONS.get(i), next[i]);
            }
        }

        Missed next(reactor.core.publisher.SynchronousSink<Read> out) {
            while (!batch.hasNext() && behind()) {
                batch = consumer.poll(POLL).iterator();
                if (!batch.hasNext()) {
                    catchUp();
                }
            }
            if (batch.hasNext()) {
                Read read = read(batch.next());
                next[read.partition()] = read.offset() + 1;
                out.next(read);
            } else {
                out.complete();
            }
            return this;
        }

        private boolean behind() {
            return LiveChanges.behind(next, end);
        }

        /** Deleted records leave gaps: the consumer knows where it stands. */
        private void catchUp() {
            for (int i = 0; i < next.length; i++) {
                next[i] = Math.max(next[i], consumer.position(PARTITIONS.get(i)));
            }
        }

        void close() {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
        }
    }

    /** Before the doors open: whoever resumes here at once is told what she missed. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("live-changes").start(this::follow);
        try {
            if (!open.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Kafka does not answer yet; who listens to the live stream waits for it.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the doors close: an open stream would hold them open. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        stop();
    }

    private void follow() {
        boolean begun = false;
        while (running) {
            try (Consumer<String, byte[]> consumer = consumer()) {
                begin(consumer, begun);
                begun = true;
                while (running) {
                    consumer.poll(POLL).forEach(this::tell);
                }
            } catch (RuntimeException away) {
                if (running) {
                    LOG.warn("The live stream lost Kafka and will go on where it was.", away);
                    pause();
                }
            }
        }
    }

    /** At the end when the service starts; where it was when Kafka was lost. */
    private void begin(Consumer<String, byte[]> consumer, boolean begun) {
        if (!begun) {
            if (!consumer.listTopics().keySet().containsAll(TOPICS)) {
                open.countDown(); // in an empty system nobody missed anything, and the topics are made after us
            }
            consumer.seekToEnd(PARTITIONS);
        }
        for (int i = 0; i < here.length; i++) {
            if (begun) {
                consumer.seek(PARTITIONS.get(i), snapshot()[i]);
            }
            stand(i, consumer.position(PARTITIONS.get(i)));
        }
        standing.complete(true);
        open.countDown();
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        Read read = read(record);
        stand(read.partition(), read.offset() + 1);
        live.tryEmitNext(read);
    }

    private void stand(int partition, long next) {
        synchronized (here) {
            here[partition] = next;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread ends with its poll; to interrupt it would only make Kafka's client complain. */
    @Override
    public void stop() {
        running = false;
        live.tryEmitComplete();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
