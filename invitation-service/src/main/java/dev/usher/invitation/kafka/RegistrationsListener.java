package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Registration;
import dev.usher.invitation.Reports;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A guest answered. One who came by herself answers no invitation of ours. */
@Component
class RegistrationsListener {

    private static final String GROUP = "invitation-service." + Topics.REGISTRATIONS;

    private final Receiver receiver;
    private final Reports reports;

    RegistrationsListener(Receiver receiver, Reports reports) {
        this.receiver = receiver;
        this.reports = reports;
    }

    @KafkaListener(topics = Topics.REGISTRATIONS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, Registration.class, this::answered);
    }

    private Mono<Void> answered(Received<Registration> received) {
        Registration r = Objects.requireNonNull(received.value(), "a registration");
        return r.getInvitationId() == null
                ? Mono.empty()
                : reports.answered(
                        new Reports.Answered(r.getInvitationId(), r.getStatus().name(), r.getWhy(), r.getAt()));
    }
}
