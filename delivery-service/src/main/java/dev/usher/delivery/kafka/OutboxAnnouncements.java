package dev.usher.delivery.kafka;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.EventType;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.ReminderStatus;
import dev.usher.contracts.avro.ServiceMail;
import dev.usher.delivery.Announcements;
import dev.usher.delivery.Attendance;
import dev.usher.delivery.Delivery;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Kind;
import dev.usher.delivery.Outcome;
import dev.usher.delivery.Registration;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.Reminder;
import dev.usher.messaging.Outbox;
import dev.usher.messaging.Outgoing;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells others through the outbox, so within the transaction of what happened. */
@Component
class OutboxAnnouncements implements Announcements {

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> delivery(Delivery delivery, Outcome outcome, @Nullable String why, Instant at) {
        Guest guest = delivery.guest();
        return publish(
                Topics.INVITE_DELIVERIES,
                guest,
                InviteDelivery.newBuilder()
                        .setInvitationId(delivery.mail().invitationId())
                        .setEventId(guest.eventId())
                        .setCustomerId(guest.customerId())
                        .setContactId(guest.contactId())
                        .setRecipient(guest.address())
                        .setKind(MailKind.valueOf(delivery.mail().kind().name()))
                        .setNumber(delivery.mail().number())
                        .setRevision(delivery.revision())
                        .setContentHash(delivery.contentHash())
                        .setStatus(DeliveryStatus.valueOf(outcome.name()))
                        .setWhy(why)
                        .setMailbox(delivery.mailbox())
                        .setMessageId(delivery.messageId())
                        .setAt(at)
                        .build());
    }

    @Override
    public Mono<Void> registration(Registration registration, @Nullable Gathering event, Instant at) {
        Guest guest = registration.guest();
        return publish(
                Topics.REGISTRATIONS,
                guest,
                dev.usher.contracts.avro.Registration.newBuilder()
                        .setEventId(guest.eventId())
                        .setCustomerId(guest.customerId())
                        .setContactId(guest.contactId())
                        .setInvitationId(registration.invitationId())
                        .setStatus(status(registration.status()))
                        .setAttendance(attendance(registration.attendance()))
                        .setSessions(registration.sessions())
                        .setSource(registration.source())
                        .setWhy(registration.why())
                        .setEventType(event == null ? null : EventType.valueOf(event.type()))
                        .setEventSeries(event == null ? null : event.series())
                        .setAt(at)
                        .build());
    }

    private static dev.usher.contracts.avro.RegistrationStatus status(RegistrationStatus status) {
        return dev.usher.contracts.avro.RegistrationStatus.valueOf(status.name());
    }

    private static dev.usher.contracts.avro.@Nullable Attendance attendance(@Nullable Attendance attendance) {
        return attendance == null ? null : dev.usher.contracts.avro.Attendance.valueOf(attendance.name());
    }

    @Override
    public Mono<Void> reminder(Reminder reminder, Instant at) {
        Guest guest = reminder.guest();
        return publish(
                Topics.REMINDERS,
                guest,
                dev.usher.contracts.avro.Reminder.newBuilder()
                        .setEventId(guest.eventId())
                        .setCustomerId(guest.customerId())
                        .setContactId(guest.contactId())
                        .setInvitationId(reminder.mail().invitationId())
                        .setKind(ServiceMail.valueOf(reminder.mail().kind().name()))
                        .setNumber(reminder.mail().number())
                        .setStatus(ReminderStatus.valueOf(reminder.status().name()))
                        .setWhy(reminder.why())
                        .setDueAt(reminder.dueAt())
                        .setAt(at)
                        .build());
    }

    @Override
    public Mono<Void> request(Guest guest, Kind kind, int number, Instant at) {
        return publish(
                Topics.INVITE_REQUESTS,
                guest,
                InviteRequest.newBuilder()
                        .setEventId(guest.eventId())
                        .setCustomerId(guest.customerId())
                        .setContactId(guest.contactId())
                        .setKind(MailKind.valueOf(kind.name()))
                        .setNumber(number)
                        .setReason(InviteReason.FOLLOW_UP)
                        .setInvitationId(null)
                        .setRequestedBy("delivery-service")
                        .setNote(null)
                        .setAt(at)
                        .build());
    }

    private Mono<Void> publish(String topic, Guest guest, SpecificRecord value) {
        return outbox.publish(Outgoing.of(topic, guest.customerId(), value));
    }
}
