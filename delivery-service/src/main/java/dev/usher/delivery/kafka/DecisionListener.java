package dev.usher.delivery.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.delivery.Arrivals;
import dev.usher.delivery.Decisions;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Door for what a person decided. */
@Component
class DecisionListener {

    private static final String GROUP = "delivery." + Topics.INVITE_DECISIONS;

    private final Receiver receiver;
    private final Decisions decisions;
    private final Arrivals arrivals;

    DecisionListener(Receiver receiver, Decisions decisions, Arrivals arrivals) {
        this.receiver = receiver;
        this.decisions = decisions;
        this.arrivals = arrivals;
    }

    @KafkaListener(topics = Topics.INVITE_DECISIONS, groupId = GROUP)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(GROUP, batch, InviteDecision.class, this::handle);
        arrivals.wake();
    }

    private Mono<Void> handle(Received<InviteDecision> received) {
        InviteDecision decision = Objects.requireNonNull(received.value(), "a decision is never erased");
        return switch (decision.getDecision()) {
            case APPROVED -> decisions.approved(Translation.approval(decision));
            case WITHDRAWN ->
                decisions.withdrawn(Translation.mail(decision), decision.getRevision(), Translation.why(decision));
            case REJECTED, REFUSED, EXPIRED -> Mono.empty();
        };
    }
}
