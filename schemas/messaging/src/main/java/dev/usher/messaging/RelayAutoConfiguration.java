package dev.usher.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;

/** The relay, where the service has an outbox and no Kafka Connect that reads it. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnBean(Outbox.class)
@ConditionalOnProperty(name = "usher.relay.enabled", matchIfMissing = true)
class RelayAutoConfiguration {

    @Bean
    Relay relay(MessagingSettings settings, ProducerFactory<?, ?> factory) {
        Map<String, Object> producer = patient(factory);
        return new Relay(
                settings.postgres(),
                () -> new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Never gives up on a record: one that expired while the next went through would turn the order round. */
    private static Map<String, Object> patient(ProducerFactory<?, ?> factory) {
        var settings = new HashMap<>(factory.getConfigurationProperties());
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "usher-relay");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        return settings;
    }
}
