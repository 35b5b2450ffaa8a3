package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.matching.Agendas;
import dev.usher.matching.Decisions;
import dev.usher.matching.MatchingSettings;
import dev.usher.messaging.Avro;
import dev.usher.messaging.Ending;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Puts the stream together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamsSettings.class)
class StreamsConfiguration {

    private static final String A_DAY = "86400000";

    /** Steps of ours keep their records for a day; parked ones as long as anyone's. */
    @Bean
    KafkaAdmin.NewTopics matchingTopics(@Value("${usher.kafka.replication-factor:1}") short replicas) {
        return new KafkaAdmin.NewTopics(Names.TOPICS.stream()
                .flatMap(topic -> Stream.of(
                        topic(topic, Topics.PARTITIONS, replicas, A_DAY),
                        topic(Names.parked(topic), 1, replicas, "7776000000")))
                .toArray(NewTopic[]::new));
    }

    @Bean
    Topology matchingTopology(Agendas agendas, MatchingSettings settings, Avro avro, Clock clock) {
        return MatchingTopology.with(
                new Tools(new Decoding(avro), Decisions.with(agendas, settings), agendas, settings, clock));
    }

    @Bean
    MatchingStreams matching(
            Topology topology,
            @Qualifier("streamsProperties") Properties properties,
            @Qualifier("contracts") HealthIndicator preparation,
            Ending ending) {
        return new MatchingStreams(topology, properties, preparation, ending);
    }

    @Bean
    Properties streamsProperties(
            StreamsSettings settings,
            KafkaProperties kafka,
            MeterRegistry meters,
            @Value("${usher.instance}") String instance,
            @Value("${usher.kafka.replication-factor:1}") short replicas) {
        Properties set = new Properties();
        set.putAll(kafka.buildStreamsProperties()); // brokers, and how to prove who we are
        set.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        set.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDir().toAbsolutePath().toString());
        set.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, settings.guarantee());
        set.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        set.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        set.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitEvery().toMillis());
        set.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replicas);
        set.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class);
        set.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class);
        set.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class);
        set.put(Parking.METERS, meters);
        set.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        clients(set, instance);
        return set;
    }

    private static void clients(Properties set, String instance) {
        set.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        set.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        set.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
        set.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2000);
        set.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        set.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        set.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "none");
        set.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Names.LARGEST);
        set.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
    }

    private static NewTopic topic(String name, int partitions, short replicas, String retention) {
        return new NewTopic(name, partitions, replicas)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        retention,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(Names.LARGEST)));
    }
}
