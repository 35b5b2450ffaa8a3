package dev.usher.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.Assert;
import org.springframework.util.backoff.ExponentialBackOff;

/** How listeners fail (later or parked, never lost), and what is brought about at start. */
@AutoConfiguration(
        after = MessagingAutoConfiguration.class,
        before = KafkaAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean(Receiver.class)
class ListenerAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(Later.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Bean
    CommonErrorHandler laterOrParked(
            KafkaTemplate<?, ?> kafka, MeterRegistry meters, KafkaProperties broker, MessagingSettings settings) {
        Assert.isTrue(
                settings.handling().handleWithin().plus(LONGEST_WAIT).compareTo(maxPollInterval(broker)) < 0,
                "usher.messaging.handle-within and the longest back-off must stay below max.poll.interval.ms");
        var wait = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
        wait.setMaxInterval(LONGEST_WAIT.toMillis());
        var handler = new DefaultErrorHandler(new Parker(kafka, meters), wait);
        handler.defaultFalse();
        handler.addRetryableExceptions(Later.class);
        handler.setLogLevel(KafkaException.Level.DEBUG); // the Parker and the line below say it shorter
        handler.setRetryListeners(ListenerAutoConfiguration::sayLater);
        return handler;
    }

    @Bean
    KafkaAdmin.NewTopics usherTopics(MessagingSettings settings) {
        return new KafkaAdmin.NewTopics(NewTopics.all(settings.kafka().replicationFactor()));
    }

    @Bean
    Preparation contracts(
            @Value("${spring.application.name}") String service,
            KafkaAdmin kafka,
            Avro avro,
            MessagingSettings settings) {
        var registry = settings.registry();
        return new Preparation(service, kafka, new Contracts(registry.url()), avro, registry.register());
    }

    @Bean
    ApplicationListener<ConsumerStoppedEvent> aFatalConsumerErrorEndsTheProcess(Ending ending) {
        return stopped -> {
            if (stopped.getReason() != Reason.NORMAL) {
                ending.because("a consumer stopped: " + stopped, null);
            }
        };
    }

    private static void sayLater(ConsumerRecord<?, ?> record, @Nullable Exception e, int attempt) {
        if (e != null && Later.isLater(e)) {
            String cause = NestedExceptionUtils.getMostSpecificCause(e).toString();
            log.warn("{}-{}@{}, attempt {}: {}", record.topic(), record.partition(), record.offset(), attempt, cause);
        }
    }

    private static Duration maxPollInterval(KafkaProperties broker) {
        Object millis =
                broker.buildConsumerProperties().getOrDefault(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 300_000);
        return Duration.ofMillis(Long.parseLong(millis.toString()));
    }
}
