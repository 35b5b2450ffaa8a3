package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.invitation.Announcer;
import dev.usher.invitation.Change;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Status;
import dev.usher.messaging.Outbox;
import dev.usher.messaging.Outgoing;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Announces through the outbox, keyed by customer: all about one customer stays in order. */
@Component
class OutboxAnnouncer implements Announcer {

    private final Outbox outbox;

    OutboxAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> request(Invitation invitation, @Nullable String note) {
        return publish(Topics.INVITE_REQUESTS, invitation, ToAvro.request(invitation, note));
    }

    @Override
    public Mono<Void> draft(Invitation invitation) {
        return publish(Topics.INVITE_APPROVALS, invitation, ToAvro.draft(invitation));
    }

    @Override
    public Mono<Void> decision(Invitation invitation, Status decision, Change change) {
        return publish(Topics.INVITE_DECISIONS, invitation, ToAvro.decision(invitation, decision, change));
    }

    private Mono<Void> publish(String topic, Invitation invitation, SpecificRecord value) {
        return outbox.publish(Outgoing.of(topic, invitation.occasion().customerId(), value));
    }
}
