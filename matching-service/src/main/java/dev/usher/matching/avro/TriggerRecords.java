package dev.usher.matching.avro;

import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.contracts.avro.EventType;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.Registration;
import dev.usher.matching.Attendance;
import dev.usher.matching.Event;
import dev.usher.matching.Interest;
import dev.usher.matching.Mail;
import dev.usher.matching.Request;
import dev.usher.matching.Trigger;
import dev.usher.matching.Visit;
import dev.usher.matching.Visit.Seat;

/** What customers and colleagues do, from its topics. */
public final class TriggerRecords {

    private TriggerRecords() {}

    public static Request read(String messageId, InviteRequest record) {
        return new Request(
                messageId,
                record.getEventId(),
                record.getCustomerId(),
                record.getContactId(),
                new Mail(Mail.Kind.valueOf(record.getKind().name()), record.getNumber()),
                Trigger.valueOf(record.getReason().name()),
                record.getInvitationId(),
                record.getRequestedBy(),
                record.getNote());
    }

    public static Interest read(String messageId, CustomerInterest record) {
        return new Interest(messageId, record.getTopics(), record.getSource(), record.getNote(), record.getAt());
    }

    public static CustomerInterest write(String customerId, Interest shown) {
        return CustomerInterest.newBuilder()
                .setCustomerId(customerId)
                .setTopics(shown.topics())
                .setSource(shown.source())
                .setNote(shown.note())
                .setAt(shown.at())
                .build();
    }

    public static Visit read(Registration record) {
        EventType type = record.getEventType();
        dev.usher.contracts.avro.Attendance attendance = record.getAttendance();
        return new Visit(
                record.getEventId(),
                null,
                type == null ? null : Event.Type.valueOf(type.name()),
                record.getEventSeries(),
                Seat.valueOf(record.getStatus().name()),
                attendance == null ? null : Attendance.valueOf(attendance.name()),
                record.getAt());
    }
}
