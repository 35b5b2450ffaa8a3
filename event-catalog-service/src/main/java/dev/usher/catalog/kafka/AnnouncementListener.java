package dev.usher.catalog.kafka;

import dev.usher.catalog.Announcing;
import dev.usher.catalog.Announcing.IfKnown;
import dev.usher.catalog.Outcome;
import dev.usher.catalog.Outcome.Refused;
import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.EventAnnouncement;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Marketing's door through Kafka. An announcement that is refused is parked with the reason as its cause. */
@Component
class AnnouncementListener {

    private static final String GROUP = "event-catalog-service." + Topics.EVENT_ANNOUNCEMENTS;

    private final Receiver receiver;
    private final Announcing announcing;

    AnnouncementListener(Receiver receiver, Announcing announcing) {
        this.receiver = receiver;
        this.announcing = announcing;
    }

    @KafkaListener(topics = Topics.EVENT_ANNOUNCEMENTS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, EventAnnouncement.class, this::announce);
    }

    private Mono<Void> announce(Received<EventAnnouncement> received) {
        return announcing.announce(Announced.in(received), IfKnown.CHANGE).flatMap(AnnouncementListener::parkIfRefused);
    }

    private static Mono<Void> parkIfRefused(Outcome outcome) {
        return outcome instanceof Refused(var refusal)
                ? Mono.error(new RefusedAnnouncement(refusal.why()))
                : Mono.empty();
    }
}
