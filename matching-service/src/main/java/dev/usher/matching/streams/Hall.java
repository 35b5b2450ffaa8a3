package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.matching.Candidate;
import dev.usher.matching.Decisions;
import dev.usher.matching.Outcome;
import dev.usher.matching.Outcome.Answered;
import dev.usher.matching.Outcome.Listed;
import dev.usher.matching.Outcome.Said;
import dev.usher.matching.Page;
import dev.usher.matching.Partition;
import dev.usher.matching.Relevant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where all that concerns one partition's customers meets: one for each task, with all its stores. */
final class Hall implements Processor<String, byte[], String, byte[]> {

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration NOW_AND_THEN = Duration.ofMillis(500);
    private static final Duration RARELY = Duration.ofHours(1);

    private final Tools tools;
    private final Map<String, Listening> doors;
    private ProcessorContext<String, byte[]> context;
    private Partition here;
    private StoredStale stale;
    private Voice voice;
    private Marks heard = Marks.ofClock();

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    Hall(Tools tools) {
        this.tools = tools;
        this.doors = doors(tools);
    }

    /** The topics it hears. */
    static Set<String> topics(Tools tools) {
        return doors(tools).keySet();
    }

    private static Map<String, Listening> doors(Tools tools) {
        Map<String, Listening> doors = new LinkedHashMap<>();
        doors.put(Topics.CUSTOMERS, new Customers(tools));
        doors.put(Topics.CUSTOMER_INTERESTS, new Interests(tools));
        doors.put(Topics.INVITE_REQUESTS, new Requests(tools));
        doors.put(Topics.REGISTRATIONS, new Registrations(tools));
        doors.put(Names.EVENTS, new Announcements(tools));
        doors.put(Names.WINNERS, new Explanations(tools));
        return doors;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> taskContext) {
        context = taskContext;
        Spent spent = new Spent();
        stale = Stores.stale(context, spent, () -> heard);
        here = Stores.partition(context, spent, stale);
        voice = new Voice(context, tools.avro(), tools.clock());
        Decisions decisions = tools.decisions();
        every(OFTEN, decisions.rescoring()::some);
        every(NOW_AND_THEN, decisions.answering()::overdue);
        every(NOW_AND_THEN, decisions.noticing()::overdue);
        every(NOW_AND_THEN, decisions.announcing()::overdue);
        context.schedule(NOW_AND_THEN, PunctuationType.WALL_CLOCK_TIME, time -> spent.settle(context::commit));
        every(RARELY, this::forget);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        heard = Marks.of(record.headers(), at);
        Listening door = Objects.requireNonNull(doors.get(at.topic()));
        voice.say(door.hear(record.key(), record.value(), heard.messageId(), here), heard);
    }

    /** By the wall's clock: what a partition does unasked, though something it heard may have caused it. */
    private void every(Duration interval, BiFunction<Partition, Instant, List<Outcome>> work) {
        context.schedule(
                interval,
                PunctuationType.WALL_CLOCK_TIME,
                time -> work.apply(here, tools.clock().instant())
                        .forEach(outcome -> voice.say(List.of(outcome), causeOf(outcome))));
    }

    private Marks causeOf(Outcome outcome) {
        return switch (outcome) {
            case Said(Candidate candidate) -> stale.changeOf(candidate.customerId());
            case Listed(Page page) ->
                Stream.concat(page.rows().stream().map(Relevant::customerId), page.gone().stream())
                        .findFirst()
                        .map(stale::changeOf)
                        .orElseGet(Marks::ofClock);
            case Answered answered -> Marks.ofClock();
        };
    }

    private List<Outcome> forget(Partition partition, Instant now) {
        partition
                .events()
                .forgetEndedBefore(now.minus(tools.settings().forgetAfter()))
                .forEach(old -> tools.agendas().forget(old.id()));
        return List.of();
    }
}
