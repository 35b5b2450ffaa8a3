package dev.usher.matching.streams;

import static java.util.stream.Collectors.toSet;

import dev.usher.contracts.Topics;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The walk of a record through matching, in three parts:
 *
 * <pre>
 *  events, matching-audiences -> multicast -> matching-events (every partition)
 *
 *  matching-events, matching-winners,          \                              / invite-candidates
 *  customers, customer-interests,               } one partition's customers  {  matching-partials
 *  invite-requests, registrations              /                              \ matching-rankings
 *
 *  matching-partials -> merger -> matching-winners (every partition)
 * </pre>
 *
 * The middle part is one sub-topology, so that all twelve topics' partitions of one number meet in one task.
 */
final class MatchingTopology {

    /** KIP-837: one record to all partitions. */
    private static final StreamPartitioner<String, byte[]> EVERYONE = (topic, key, value, partitions) ->
            Optional.of(IntStream.range(0, partitions).boxed().collect(toSet()));

    private final Tools tools;
    private final Topology topology = new Topology();

    private MatchingTopology(Tools tools) {
        this.tools = tools;
    }

    static Topology with(Tools tools) {
        MatchingTopology drawn = new MatchingTopology(tools);
        drawn.multicast();
        drawn.partition();
        drawn.merger();
        return drawn.topology;
    }

    private void multicast() {
        source(Topics.EVENTS);
        source(Names.AUDIENCES);
        topology.addProcessor("multicast", () -> new Multicast(tools), Topics.EVENTS, Names.AUDIENCES);
        toEveryone(Names.TO_EVERYONE, Names.EVENTS, "multicast");
    }

    private void partition() {
        String[] topics = Hall.topics(tools).toArray(String[]::new);
        for (String topic : topics) {
            source(topic);
        }
        topology.addProcessor("hall", () -> new Hall(tools), topics);
        Stores.ofPartition().forEach(store -> topology.addStateStore(store, "hall"));
        sink(Names.TO_CANDIDATES, Topics.INVITE_CANDIDATES, "hall");
        sink(Names.TO_MERGER, Names.PARTIALS, "hall");
        sink(Names.TO_RANKINGS, Names.RANKINGS, "hall");
    }

    private void merger() {
        source(Names.PARTIALS);
        topology.addProcessor("merger", () -> new Merger(tools), Names.PARTIALS);
        topology.addStateStore(Stores.ofMerger(), "merger");
        toEveryone(Names.TO_WINNERS, Names.WINNERS, "merger");
    }

    private void source(String topic) {
        topology.addSource(topic, new StringDeserializer(), new ByteArrayDeserializer(), topic);
    }

    private void sink(String name, String topic, String parent) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), parent);
    }

    private void toEveryone(String name, String topic, String parent) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), EVERYONE, parent);
    }
}
