package dev.usher.delivery.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteDraft;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.Verdict;
import dev.usher.delivery.Funnel;
import dev.usher.messaging.Received;
import dev.usher.messaging.Receiver;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Door for what the funnel counts besides our own steps. */
@Component
class FunnelListener {

    private static final String CANDIDATES = "delivery." + Topics.INVITE_CANDIDATES;
    private static final String DRAFTS = "delivery." + Topics.INVITE_APPROVALS;

    /** Figures may be half a second old; so many transactions fewer. */
    private static final String IN_LARGE_BATCHES = "fetch.min.bytes=1000000";

    private final Receiver receiver;
    private final Funnel funnel;

    FunnelListener(Receiver receiver, Funnel funnel) {
        this.receiver = receiver;
        this.funnel = funnel;
    }

    @KafkaListener(topics = Topics.INVITE_CANDIDATES, groupId = CANDIDATES, properties = IN_LARGE_BATCHES)
    void candidates(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(CANDIDATES, batch, InviteCandidate.class, this::matched);
    }

    private Mono<Void> matched(Received<InviteCandidate> received) {
        InviteCandidate candidate = received.value();
        return candidate != null
                        && candidate.getVerdict() == Verdict.MATCHED
                        && candidate.getKind() == MailKind.INVITATION
                ? funnel.matched(candidate.getEventId(), candidate.getCustomerId())
                : Mono.empty();
    }

    @KafkaListener(topics = Topics.INVITE_APPROVALS, groupId = DRAFTS, properties = IN_LARGE_BATCHES)
    void drafts(List<ConsumerRecord<String, byte[]>> batch) {
        receiver.eachOnce(DRAFTS, batch, InviteDraft.class, this::drafted);
    }

    private Mono<Void> drafted(Received<InviteDraft> received) {
        InviteDraft draft = received.value();
        return draft != null && draft.getKind() == MailKind.INVITATION
                ? funnel.drafted(draft.getEventId(), draft.getInvitationId())
                : Mono.empty();
    }
}
