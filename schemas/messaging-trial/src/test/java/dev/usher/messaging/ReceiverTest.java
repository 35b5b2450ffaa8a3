package dev.usher.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.messaging.trial.Trial;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** One batch at a time, handed over directly, on the real database. */
class ReceiverTest {

    private final Avro avro = Trial.SERVICE.getBean(Avro.class);
    private final DatabaseClient database = Trial.SERVICE.getBean(DatabaseClient.class);
    private final Receiver receiver = new Receiver(
            avro,
            Trial.SERVICE.getBean(Inbox.class),
            Trial.SERVICE.getBean(TransactionalOperator.class),
            Duration.ofSeconds(5));
    private final String group = UUID.randomUUID() + "." + Topics.CUSTOMER_INTERESTS;
    private final List<String> handled = new ArrayList<>();

    @BeforeAll
    static void ready() {
        Trial.awaitReady(Trial.SERVICE);
    }

    @Test
    void whatComesBeforeAFailureIsCommittedAndTheFailureNamed() {
        var failure = failing(batch("a", "b", "bad", "d"), this::refuseBad);

        assertThat(failure.getIndex()).isEqualTo(2);
        assertThat(failure).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(claimed()).containsExactly("a", "b");
    }

    @Test
    void garbageIsNamedAndWhatComesBeforeItIsCommitted() {
        var records = new ArrayList<>(batch("a", "b", "c"));
        records.set(1, record(1, "b", "key", new byte[] {1, 2, 3}));

        assertThat(failing(records, this::note).getIndex()).isEqualTo(1);
        assertThat(claimed()).containsExactly("a");
    }

    @Test
    void aRecordWithoutKeyIsGarbage() {
        var records = List.of(record(0, "a", null, null));

        assertThat(failing(records, this::note)).hasRootCauseMessage("the record has no key");
    }

    @Test
    void whenTheDatabaseRefusesAnIdOnlyThatRecordIsNamed() {
        var failure = failing(batch("a", "b", "c", "nul\0", "e"), this::note);

        assertThat(failure.getIndex()).isEqualTo(3);
        assertThat(claimed()).containsExactly("a", "b", "c");
    }

    @Test
    void aFailureAtCommitIsOneRecordsToo() {
        database.sql("create table if not exists late_check (id text primary key deferrable initially deferred)")
                .then()
                .block();
        var failure = failing(
                batch("a", "b", "twin-1", "twin-2", "e"), r -> insert(r.id().startsWith("twin") ? "twin" : r.id()));

        assertThat(failure.getIndex()).isEqualTo(3);
        assertThat(claimed()).containsExactly("a", "b", "twin-1");
    }

    @Test
    void whatIsAwayIsLaterAtItsRecord() {
        var failure =
                failing(batch("a", "b", "c"), r -> r.id().equals("b") ? Mono.error(new ConnectException()) : note(r));

        assertThat(failure.getIndex()).isEqualTo(1);
        assertThat(failure).hasCauseInstanceOf(Later.class);
        assertThat(claimed()).containsExactly("a");
    }

    @Test
    void whatTakesTooLongIsLaterAndTheCallComesBack() {
        long began = System.nanoTime();

        var failure = failing(batch("a", "b"), r -> r.id().equals("b") ? Mono.never() : note(r));

        assertThat(failure).hasCauseInstanceOf(Later.class);
        assertThat(failure.getIndex()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aBatchThatIsTooMuchForItsTimeIsDoneInPortions() {
        var hurried = new Receiver(receiver.avro, receiver.inbox, receiver.transaction, Duration.ofSeconds(2));
        var records = batch(IntStream.range(0, 16).mapToObj(i -> "slow-" + i).toArray(String[]::new));
        int tries = 0;
        while (claimed().size() < 16 && tries++ < 10) {
            hurry(hurried, records.subList(claimed().size(), 16));
        }

        assertThat(claimed()).hasSize(16);
    }

    @Test
    void theCauseIsTheRecordAndItsTraceGoesOn() {
        var record = record(0, "a", "key", null);
        record.headers()
                .add(Headers.TRACEPARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));

        receiver.eachOnce(
                group,
                List.of(record),
                CustomerInterest.class,
                r -> Cause.current()
                        .doOnNext(cause -> handled.add(
                                cause.messageId() + " " + cause.traceparent().substring(0, 35)))
                        .then());

        assertThat(handled).containsExactly("a 00-0af7651916cd43dd8448eb211c80319c");
    }

    private void hurry(Receiver hurried, List<ConsumerRecord<String, byte[]>> records) {
        try {
            hurried.eachOnce(
                    group,
                    records,
                    CustomerInterest.class,
                    r -> Mono.delay(Duration.ofMillis(300)).then());
        } catch (BatchListenerFailedException tooMuch) {
            assertThat(tooMuch).hasCauseInstanceOf(Later.class);
        }
    }

    private Mono<Void> note(Received<CustomerInterest> record) {
        return Mono.fromRunnable(() -> handled.add(record.id()));
    }

    private Mono<Void> refuseBad(Received<CustomerInterest> record) {
        return record.id().equals("bad") ? Mono.error(new IllegalArgumentException("bad")) : note(record);
    }

    private Mono<Void> insert(String id) {
        return database.sql("insert into late_check values ($1)")
                .bind("$1", id + group)
                .then();
    }

    private BatchListenerFailedException failing(
            List<ConsumerRecord<String, byte[]>> records, Function<Received<CustomerInterest>, Mono<Void>> handle) {
        return Objects.requireNonNull(catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> receiver.eachOnce(group, records, CustomerInterest.class, handle)));
    }

    private List<ConsumerRecord<String, byte[]>> batch(String... ids) {
        byte[] value = avro.encode(
                Topics.CUSTOMER_INTERESTS,
                CustomerInterest.newBuilder()
                        .setCustomerId("key")
                        .setAt(Instant.EPOCH)
                        .build());
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Stream.of(ids).forEach(id -> records.add(record(records.size(), id, "key", value)));
        return records;
    }

    /** Kafka's own type does not say that key and value may be null. */
    @SuppressWarnings("NullAway")
    private static ConsumerRecord<String, byte[]> record(
            int offset, String id, @Nullable String key, byte @Nullable [] value) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topics.CUSTOMER_INTERESTS, 0, offset, key, value);
        record.headers().add(Headers.MESSAGE_ID, id.getBytes(UTF_8));
        return record;
    }

    private List<String> claimed() {
        return database.sql("select message_id from inbox where consumer_group = $1 order by message_id")
                .bind("$1", group)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
