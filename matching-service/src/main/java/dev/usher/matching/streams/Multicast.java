package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Event;
import dev.usher.matching.MessageIds;
import dev.usher.matching.Question;
import dev.usher.matching.avro.EventRecords;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Tells every partition what one partition of a topic says: KIP-837 does the rest. */
final class Multicast implements Processor<String, byte[], String, byte[]> {

    private final Tools tools;
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    Multicast(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> taskContext) {
        context = taskContext;
    }

    /** An event that was erased is left to age: nothing of it can be offered any more. */
    @Override
    public void process(Record<String, byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        if (record.value() != null) {
            Marks marks = Marks.of(record.headers(), at);
            byte[] told = Json.write(told(record, at.topic()));
            String id = MessageIds.of("told", marks.messageId());
            context.forward(new Record<>(record.key(), told, record.timestamp(), marks.forward(id)));
        }
    }

    private Told told(Record<String, byte[]> record, String topic) {
        if (topic.equals(Names.AUDIENCES)) {
            return new Told(null, Json.read(record.value(), Question.class));
        }
        Event event = tools.avro().decode(Topics.EVENTS, record.value(), Event.class);
        Listening.requireKey(record.key(), event.getId());
        return new Told(EventRecords.read(event), null);
    }
}
