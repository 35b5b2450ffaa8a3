package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Event;
import dev.usher.invitation.Revising;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The catalogue told of an event. */
@Component
class EventsListener {

    private static final String GROUP = "invitation-service." + Topics.EVENTS;

    private final Receiver receiver;
    private final Revising revising;

    EventsListener(Receiver receiver, Revising revising) {
        this.receiver = receiver;
        this.revising = revising;
    }

    @KafkaListener(topics = Topics.EVENTS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, Event.class, this::told);
    }

    private Mono<Void> told(Received<Event> event) {
        return event.value() == null ? Mono.empty() : revising.eventChanged(FromAvro.event(event.value()));
    }
}
