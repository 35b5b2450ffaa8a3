package dev.usher.messaging;

import dev.usher.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;

/** Puts a record that cannot be handled into {@code <topic>-dlt}: same key, bytes and headers, plus cause and origin. */
final class Parker extends DeadLetterPublishingRecoverer {

    private static final Logger log = LoggerFactory.getLogger(Parker.class);
    private static final int LONGEST_CAUSE = 1000;
    /** The recoverer then leaves the choice to the producer. */
    private static final int ANY_PARTITION = -1;

    private final MeterRegistry meters;

    Parker(KafkaOperations<?, ?> kafka, MeterRegistry meters) {
        super(kafka, (record, e) -> new TopicPartition(record.topic() + Topics.PARKED_SUFFIX, ANY_PARTITION));
        this.meters = meters;
        setFailIfSendResultIsError(true);
        setHeadersFunction((record, e) -> headers(record, e));
        excludeHeader(HeadersToAdd.EX_STACKTRACE);
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, Exception exception) {
        super.accept(record, consumer, exception);
        meters.counter("usher.parked", "topic", record.topic()).increment();
        Throwable cause = real(exception);
        log.warn("parked {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), said(cause), cause);
    }

    private static RecordHeaders headers(ConsumerRecord<?, ?> record, Exception exception) {
        var headers = new RecordHeaders();
        headers.add(Headers.PARKED_CAUSE, Headers.bytes(said(real(exception))));
        headers.add(Headers.PARKED_PARTITION, Headers.bytes(Integer.toString(record.partition())));
        if (record.headers().lastHeader(Headers.MESSAGE_ID) == null) {
            headers.add(Headers.MESSAGE_ID, Headers.bytes(Headers.messageId(record)));
        }
        return headers;
    }

    private static String said(Throwable cause) {
        String text = cause.toString();
        return text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) : text;
    }

    /** What went wrong in the handler: below the exceptions that spring-kafka and we wrap around it. */
    private static Throwable real(Throwable exception) {
        Throwable cause = exception.getCause();
        return exception instanceof KafkaException && cause != null ? real(cause) : exception;
    }
}
