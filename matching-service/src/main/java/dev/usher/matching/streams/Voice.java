package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.matching.Candidate;
import dev.usher.matching.MessageIds;
import dev.usher.matching.Outcome;
import dev.usher.matching.Outcome.Answered;
import dev.usher.matching.Outcome.Listed;
import dev.usher.matching.Outcome.Said;
import dev.usher.matching.Page;
import dev.usher.matching.Partial;
import dev.usher.matching.avro.AnswerRecords;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what a partition has to say to where it belongs. */
final class Voice {

    private final ProcessorContext<String, byte[]> context;
    private final Decoding avro;
    private final Clock clock;

    Voice(ProcessorContext<String, byte[]> context, Decoding avro, Clock clock) {
        this.context = context;
        this.avro = avro;
        this.clock = clock;
    }

    void say(List<? extends Outcome> outcomes, Marks marks) {
        outcomes.forEach(outcome -> {
            switch (outcome) {
                case Said(Candidate candidate) -> say(candidate, marks);
                case Answered(Partial partial) -> say(partial, marks);
                case Listed(Page page) -> say(page, marks);
            }
        });
    }

    private void say(Candidate candidate, Marks marks) {
        byte[] value = avro.encode(Topics.INVITE_CANDIDATES, AnswerRecords.write(candidate, clock.instant()));
        String request = candidate.origin().requestId();
        send(
                Names.TO_CANDIDATES,
                candidate.customerId(),
                value,
                marks.forward(candidate.id(), request.isEmpty() ? marks.trigger() : request));
    }

    private void say(Partial partial, Marks marks) {
        String id = MessageIds.of(
                "partial", partial.question().id(), partial.question().eventVersion(), partial.partition());
        send(Names.TO_MERGER, partial.question().eventId(), Json.write(partial), marks.forward(id));
    }

    private void say(Page page, Marks marks) {
        String first = page.rows().isEmpty() ? "" : page.rows().getFirst().customerId();
        String id =
                MessageIds.of("page", page.list(), page.version(), page.partition(), page.last(), first, page.gone());
        send(Names.TO_RANKINGS, page.list(), Json.write(page), marks.forward(id));
    }

    private void send(String sink, String key, byte[] value, RecordHeaders headers) {
        context.forward(new Record<>(key, value, clock.millis(), headers), sink);
    }
}
