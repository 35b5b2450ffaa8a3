package dev.usher.matching.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.messaging.Headers;
import dev.usher.messaging.Later;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a record that cannot be handled: it is parked as it came, with its cause, and the stream goes on. What
 * is only away for a while (the registry, the broker) parks nothing: the thread ends and another begins where it was.
 */
public final class Parking
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final int LONGEST_CAUSE = 1000;

    /** The setting under which it finds the {@link MeterRegistry} that counts what was parked. */
    static final String METERS = "usher.meters";

    private MeterRegistry meters = new CompositeMeterRegistry();

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(METERS) instanceof MeterRegistry given) {
            meters = given;
        }
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext at, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return DeserializationExceptionHandler.Response.resume(parked(at, exception));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext at, Record<?, ?> record, Exception exception) {
        return Later.isLater(exception)
                ? ProcessingExceptionHandler.Response.fail()
                : ProcessingExceptionHandler.Response.resume(parked(at, exception));
    }

    /** What is too large to be said parks what it was said about; the rest is the broker's state and passes. */
    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext at, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RecordTooLargeException
                ? ProductionExceptionHandler.Response.resume(parked(at, exception))
                : ProductionExceptionHandler.Response.fail();
    }

    /** Empty where a clock and no record was at work: that is logged, for there is nothing to keep. */
    private List<ProducerRecord<byte[], byte[]>> parked(ErrorHandlerContext at, Exception exception) {
        log.error("cannot handle {}-{}@{}", at.topic(), at.partition(), at.offset(), exception);
        if (at.topic() == null || (at.sourceRawKey() == null && at.sourceRawValue() == null)) {
            return List.of();
        }
        meters.counter("usher.parked", "topic", at.topic()).increment();
        return List.of(new ProducerRecord<>(
                Names.parked(at.topic()), null, null, at.sourceRawKey(), at.sourceRawValue(), headers(at, exception)));
    }

    private static RecordHeaders headers(ErrorHandlerContext at, Exception exception) {
        RecordHeaders headers = new RecordHeaders(at.headers());
        headers.add(Headers.PARKED_CAUSE, cause(exception).getBytes(UTF_8));
        headers.add(Headers.PARKED_PARTITION, Integer.toString(at.partition()).getBytes(UTF_8));
        if (headers.lastHeader(Headers.MESSAGE_ID) == null) {
            String id = at.topic() + "-" + at.partition() + "-" + at.offset();
            headers.add(Headers.MESSAGE_ID, id.getBytes(UTF_8));
        }
        return headers;
    }

    private static String cause(Throwable exception) {
        Throwable real = exception;
        while (real instanceof StreamsException && real.getCause() != null) {
            real = real.getCause();
        }
        String text = real.toString();
        return text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) : text;
    }
}
