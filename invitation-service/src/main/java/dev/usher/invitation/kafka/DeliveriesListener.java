package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.invitation.Reports;
import dev.usher.invitation.Status;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Delivery told where a mail is. */
@Component
class DeliveriesListener {

    private static final String GROUP = "invitation-service." + Topics.INVITE_DELIVERIES;

    private final Receiver receiver;
    private final Reports reports;

    DeliveriesListener(Receiver receiver, Reports reports) {
        this.receiver = receiver;
        this.reports = reports;
    }

    @KafkaListener(topics = Topics.INVITE_DELIVERIES, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, InviteDelivery.class, this::delivered);
    }

    private Mono<Void> delivered(Received<InviteDelivery> received) {
        InviteDelivery d = Objects.requireNonNull(received.value(), "a delivery");
        return reports.delivered(new Reports.Delivered(
                d.getInvitationId(),
                Status.valueOf(d.getStatus().name()),
                d.getRevision(),
                d.getRecipient(),
                d.getWhy(),
                d.getAt()));
    }
}
