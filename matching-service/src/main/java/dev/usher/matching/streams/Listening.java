package dev.usher.matching.streams;

import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Hears the records of one topic where the customers live, and says what the decisions at the top make of them. */
abstract class Listening implements Processor<String, byte[], String, byte[]> {

    final Tools tools;
    private ProcessorContext<String, byte[]> context;
    private Partition here;
    private Voice voice;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    Listening(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> taskContext) {
        context = taskContext;
        here = Stores.partition(context);
        voice = new Voice(context, tools.avro(), tools.clock());
        begin();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Marks marks = Marks.of(record.headers(), at());
        voice.say(hear(record.key(), record.value(), marks.messageId(), here), marks);
    }

    /** Decides; whatever it throws parks the record. A null value is a tombstone. */
    abstract List<? extends Outcome> hear(String key, byte[] value, String messageId, Partition partition);

    /** Once, before the first record. */
    void begin() {}

    /** By the wall's clock: what a partition does unasked. */
    void every(Duration interval, BiFunction<Partition, Instant, List<Outcome>> work) {
        context.schedule(
                interval, PunctuationType.WALL_CLOCK_TIME, time -> voice.say(work.apply(here, now()), Marks.ofClock()));
    }

    Instant now() {
        return tools.clock().instant();
    }

    private RecordMetadata at() {
        return context.recordMetadata().orElseThrow();
    }

    /** A record in the wrong partition would be found by nobody. */
    static void requireKey(String key, String id) {
        if (!id.equals(key)) {
            throw new IllegalArgumentException("the key is '" + key + "', the record is about '" + id + "'");
        }
    }

    static byte[] required(byte[] value) {
        if (value == null) {
            throw new IllegalArgumentException("the record is empty");
        }
        return value;
    }
}
