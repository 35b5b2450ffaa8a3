package dev.usher.messaging;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import dev.usher.contracts.Topics;
import dev.usher.contracts.Topics.Topic;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** Every topic of the contract and the one its records are parked in, as the broker is to make them. */
final class NewTopics {

    /** What a parked record has on top of the original: headers that say where from and why. */
    private static final int PARKED_HEADERS = 64 * 1024;

    private NewTopics() {}

    static NewTopic[] all(short replicationFactor) {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic(topic, replicationFactor), parked(topic, replicationFactor)))
                .toArray(NewTopic[]::new);
    }

    private static NewTopic topic(Topic topic, short replicas) {
        String policy = topic.compacted() ? CLEANUP_POLICY_COMPACT : CLEANUP_POLICY_DELETE;
        return made(topic.name(), topic, topic.partitions(), replicas, policy, topic.maxMessageBytes());
    }

    /**
     * Kept as long as its source keeps records, never compacted: two parked records of one key are two. One partition: few
     * records come, and a replay keeps their order.
     */
    private static NewTopic parked(Topic topic, short replicas) {
        int maxBytes = topic.maxMessageBytes() + PARKED_HEADERS;
        return made(topic.parked(), topic, 1, replicas, CLEANUP_POLICY_DELETE, maxBytes);
    }

    private static NewTopic made(
            String name, Topic topic, int partitions, short replicas, String policy, int maxBytes) {
        return new NewTopic(name, partitions, replicas)
                .configs(Map.of(
                        CLEANUP_POLICY_CONFIG,
                        policy,
                        RETENTION_MS_CONFIG,
                        Long.toString(topic.retention().toMillis()),
                        MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxBytes),
                        MIN_IN_SYNC_REPLICAS_CONFIG,
                        replicas >= 3 ? "2" : "1"));
    }
}
