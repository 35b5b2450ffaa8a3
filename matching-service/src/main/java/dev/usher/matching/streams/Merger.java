package dev.usher.matching.streams;

import dev.usher.matching.MessageIds;
import dev.usher.matching.Partial;
import dev.usher.matching.Partials;
import dev.usher.matching.Question;
import dev.usher.matching.Winners;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Collects the partitions' answers and tells every partition the best of all. */
final class Merger implements Processor<String, byte[], String, byte[]> {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Tools tools;
    private ProcessorContext<String, byte[]> context;
    private Partials kept;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    Merger(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> taskContext) {
        context = taskContext;
        kept = new StoredPartials(context.getStateStore(Names.PARTIALS_STORE));
        context.schedule(
                Duration.ofHours(1),
                PunctuationType.WALL_CLOCK_TIME,
                time -> kept.forgetOlderThan(tools.clock().instant().minus(KEPT)));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Partial partial = Json.read(Listening.required(record.value()), Partial.class);
        tools.decisions().merging().take(partial, kept).ifPresent(winners -> tell(winners, record));
    }

    private void tell(Winners winners, Record<String, byte[]> record) {
        Question question = winners.question();
        Marks marks = Marks.of(record.headers(), context.recordMetadata().orElseThrow());
        String id = MessageIds.of("winners", question.id(), question.eventVersion());
        context.forward(new Record<>(record.key(), Json.write(winners), record.timestamp(), marks.forward(id)));
    }
}
