package dev.usher.matching.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.matching.Announced;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps which events may be asked about. */
@Component
class EventsListener {

    private final Receiver receiver;
    private final Announced events;

    EventsListener(Receiver receiver, Announced events) {
        this.receiver = receiver;
        this.events = events;
    }

    @KafkaListener(topics = Topics.EVENTS, groupId = Groups.EVENTS)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(Groups.EVENTS, batch, Event.class, this::follow);
    }

    private Mono<Void> follow(Received<Event> received) {
        Event event = received.value();
        return event == null
                ? Mono.empty()
                : events.save(
                        event.getId(),
                        new Announced.Version(event.getVersion(), event.getStatus() == EventStatus.CANCELLED));
    }
}
