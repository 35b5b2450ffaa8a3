package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.invitation.Offering;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Matching spoke of a customer and an event. */
@Component
class CandidatesListener {

    private static final String GROUP = "invitation-service." + Topics.INVITE_CANDIDATES;

    private final Receiver receiver;
    private final Offering offering;

    CandidatesListener(Receiver receiver, Offering offering) {
        this.receiver = receiver;
        this.offering = offering;
    }

    @KafkaListener(topics = Topics.INVITE_CANDIDATES, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, InviteCandidate.class, this::offered);
    }

    private Mono<Void> offered(Received<InviteCandidate> candidate) {
        return offering.offered(FromAvro.candidate(Objects.requireNonNull(candidate.value(), "a candidate")));
    }
}
