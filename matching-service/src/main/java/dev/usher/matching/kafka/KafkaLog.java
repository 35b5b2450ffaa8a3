package dev.usher.matching.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.contracts.Topics;
import dev.usher.matching.Customer;
import dev.usher.matching.Interest;
import dev.usher.matching.Log;
import dev.usher.matching.MessageIds;
import dev.usher.matching.Question;
import dev.usher.matching.Weights;
import dev.usher.matching.avro.AnswerRecords;
import dev.usher.matching.avro.CustomerRecords;
import dev.usher.matching.avro.TriggerRecords;
import dev.usher.messaging.Avro;
import dev.usher.messaging.Cause;
import dev.usher.messaging.Headers;
import dev.usher.rest.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Writes with all acknowledgements, off the threads that serve requests. */
@Component
class KafkaLog implements Log {

    /** Read by the stream; see its Names. */
    private static final String AUDIENCES = "matching-audiences";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaTemplate<String, byte[]> kafka;
    private final Avro avro;

    KafkaLog(KafkaTemplate<String, byte[]> kafka, Avro avro) {
        this.kafka = kafka;
        this.avro = avro;
    }

    @Override
    public Mono<Void> append(List<Customer> customers) {
        return written(cause -> customers.stream()
                .map(customer -> record(
                        Topics.CUSTOMERS,
                        customer.id(),
                        () -> avro.encode(Topics.CUSTOMERS, CustomerRecords.write(customer)),
                        MessageIds.of("customer", customer.id(), customer.version(), customer.changedAt()),
                        cause))
                .toList());
    }

    @Override
    public Mono<Void> append(String customerId, Interest shown) {
        return written(cause -> List.of(record(
                Topics.CUSTOMER_INTERESTS,
                customerId,
                () -> avro.encode(Topics.CUSTOMER_INTERESTS, TriggerRecords.write(customerId, shown)),
                shown.id(),
                cause)));
    }

    @Override
    public Mono<Void> ask(Question question) {
        return written(cause -> List.of(record(
                AUDIENCES,
                question.eventId(),
                () -> JSON.writeValueAsBytes(question),
                MessageIds.of(question.id()),
                cause)));
    }

    Mono<Void> publish(Weights weights) {
        return written(cause -> List.of(record(
                Topics.MATCHING_WEIGHTS,
                weights.version(),
                () -> avro.encode(Topics.MATCHING_WEIGHTS, AnswerRecords.write(weights)),
                MessageIds.of("weights", weights.version()),
                cause)));
    }

    private Mono<Void> written(Function<Cause, List<ProducerRecord<String, byte[]>>> records) {
        return Cause.current()
                .flatMap(cause ->
                        Mono.fromCallable(() -> sent(records.apply(cause))).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(Mono::fromFuture)
                .timeout(PATIENCE)
                .onErrorMap(KafkaLog::tooLarge, KafkaLog::refused);
    }

    private CompletableFuture<Void> sent(List<ProducerRecord<String, byte[]>> records) {
        return CompletableFuture.allOf(records.stream().map(kafka::send).toArray(CompletableFuture<?>[]::new));
    }

    private static boolean tooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || (failure.getCause() != null && tooLarge(failure.getCause()));
    }

    /** The broker may be set to take less than the contract says. */
    private static Problem refused(Throwable failure) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "It is larger than the broker takes.");
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, String key, Supplier<byte[]> value, String messageId, Cause cause) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value.get());
        record.headers().add(Headers.MESSAGE_ID, messageId.getBytes(UTF_8));
        if (cause.messageId() != null) {
            record.headers().add(Headers.CAUSED_BY, cause.messageId().getBytes(UTF_8));
        }
        record.headers().add(Headers.TRACEPARENT, cause.traceparent().getBytes(UTF_8));
        return record;
    }
}
