package dev.usher.invitation.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.contracts.avro.InviteDraft;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.Registration;
import dev.usher.invitation.Changes.Told;
import dev.usher.messaging.Avro;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what a record tells of an invitation. What does not decode is parked by its listener, and passed over here. */
@Component
class ChangeReading {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeReading.class);

    private final Avro avro;

    ChangeReading(Avro avro) {
        this.avro = avro;
    }

    @Nullable Told read(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : told(record.topic(), record.value());
        } catch (RuntimeException garbage) {
            LOG.debug("A record of {} tells the live stream nothing.", record.topic(), garbage);
            return null;
        }
    }

    private @Nullable Told told(String topic, byte[] bytes) {
        return switch (topic) {
            case Topics.INVITE_REQUESTS -> request(avro.decode(topic, bytes, InviteRequest.class));
            case Topics.INVITE_APPROVALS -> draft(avro.decode(topic, bytes, InviteDraft.class));
            case Topics.INVITE_DECISIONS -> decision(avro.decode(topic, bytes, InviteDecision.class));
            case Topics.INVITE_DELIVERIES -> delivery(avro.decode(topic, bytes, InviteDelivery.class));
            case Topics.REGISTRATIONS -> registration(avro.decode(topic, bytes, Registration.class));
            default -> null;
        };
    }

    private static @Nullable Told request(InviteRequest r) {
        return r.getInvitationId() == null
                ? null
                : new Told(
                        "",
                        r.getInvitationId(),
                        r.getEventId(),
                        r.getCustomerId(),
                        null,
                        r.getKind().name(),
                        r.getNumber(),
                        "REQUESTED",
                        0,
                        r.getNote(),
                        r.getAt(),
                        Topics.INVITE_REQUESTS);
    }

    private static Told draft(InviteDraft d) {
        return new Told(
                "",
                d.getInvitationId(),
                d.getEventId(),
                d.getCustomerId(),
                d.getCsmId(),
                d.getKind().name(),
                d.getNumber(),
                "DRAFTED",
                d.getRevision(),
                null,
                d.getAt(),
                Topics.INVITE_APPROVALS);
    }

    private static Told decision(InviteDecision d) {
        return new Told(
                "",
                d.getInvitationId(),
                d.getEventId(),
                d.getCustomerId(),
                d.getCsmId(),
                d.getKind().name(),
                d.getNumber(),
                d.getDecision().name(),
                d.getRevision(),
                d.getWhy(),
                d.getAt(),
                Topics.INVITE_DECISIONS);
    }

    private static Told delivery(InviteDelivery d) {
        return new Told(
                "",
                d.getInvitationId(),
                d.getEventId(),
                d.getCustomerId(),
                null,
                d.getKind().name(),
                d.getNumber(),
                d.getStatus().name(),
                d.getRevision(),
                d.getWhy(),
                d.getAt(),
                Topics.INVITE_DELIVERIES);
    }

    private static @Nullable Told registration(Registration r) {
        return r.getInvitationId() == null
                ? null
                : new Told(
                        "",
                        r.getInvitationId(),
                        r.getEventId(),
                        r.getCustomerId(),
                        null,
                        "INVITATION",
                        1,
                        state(r),
                        0,
                        r.getWhy(),
                        r.getAt(),
                        Topics.REGISTRATIONS);
    }

    /** The invitation's state where the seat decides it, as in Reports; else the seat's own. */
    private static String state(Registration r) {
        return switch (r.getStatus()) {
            case CANCELLED, DECLINED -> "DECLINED";
            case ATTENDED, REGISTERED -> "REGISTERED";
            case WAITLISTED, NO_SHOW -> r.getStatus().name();
        };
    }
}
