package dev.usher.matching.streams;

import static java.util.stream.Collectors.toSet;

import dev.usher.contracts.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

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
        Map<String, ProcessorSupplier<String, byte[], String, byte[]>> listeners = new LinkedHashMap<>();
        listeners.put(Topics.CUSTOMERS, () -> new Customers(tools));
        listeners.put(Topics.CUSTOMER_INTERESTS, () -> new Interests(tools));
        listeners.put(Topics.INVITE_REQUESTS, () -> new Requests(tools));
        listeners.put(Topics.REGISTRATIONS, () -> new Registrations(tools));
        listeners.put(Names.EVENTS, () -> new Announcements(tools));
        listeners.put(Names.WINNERS, () -> new Explanations(tools));
        listeners.forEach((topic, supplier) -> {
            source(topic);
            topology.addProcessor(listenerOf(topic), supplier, topic);
        });
        String[] all =
                listeners.keySet().stream().map(MatchingTopology::listenerOf).toArray(String[]::new);
        Stores.ofPartition().forEach(store -> topology.addStateStore(store, all));
        sink(Names.TO_CANDIDATES, Topics.INVITE_CANDIDATES, all);
        sink(Names.TO_MERGER, Names.PARTIALS, all);
        sink(Names.TO_RANKINGS, Names.RANKINGS, all);
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

    private void sink(String name, String topic, String... parents) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), parents);
    }

    private void toEveryone(String name, String topic, String parent) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), EVERYONE, parent);
    }

    private static String listenerOf(String topic) {
        return "hears-" + topic;
    }
}
