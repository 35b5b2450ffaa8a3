package dev.usher.delivery.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Event;
import dev.usher.delivery.EventNews;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Door for events, changed and cancelled ones too. */
@Component
class EventListener {

    private static final String GROUP = "delivery." + Topics.EVENTS;

    private final Receiver receiver;
    private final EventNews news;

    EventListener(Receiver receiver, EventNews news) {
        this.receiver = receiver;
        this.news = news;
    }

    @KafkaListener(topics = Topics.EVENTS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, Event.class, this::handle);
    }

    private Mono<Void> handle(Received<Event> received) {
        Event event = received.value();
        return event == null ? Mono.empty() : news.event(Translation.gathering(event));
    }
}
