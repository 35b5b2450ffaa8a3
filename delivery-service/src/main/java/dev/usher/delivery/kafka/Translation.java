package dev.usher.delivery.kafka;

import dev.usher.contracts.ContentHash;
import dev.usher.contracts.avro.Contact;
import dev.usher.contracts.avro.Csm;
import dev.usher.contracts.avro.Customer;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.Host;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.Venue;
import dev.usher.delivery.Approval;
import dev.usher.delivery.Attendance;
import dev.usher.delivery.Company;
import dev.usher.delivery.Content;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Kind;
import dev.usher.delivery.MailId;
import dev.usher.delivery.PickedSession;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records of the topics in our own words. The content's hash is computed here, from the bytes that came in. */
final class Translation {

    private Translation() {}

    static MailId mail(InviteDecision decision) {
        return new MailId(decision.getInvitationId(), kind(decision.getKind()), decision.getNumber());
    }

    private static Kind kind(MailKind kind) {
        return switch (kind) {
            case INVITATION -> Kind.INVITATION;
            case FOLLOW_UP -> Kind.FOLLOW_UP;
            case POST_EVENT -> Kind.POST_EVENT;
        };
    }

    static String why(InviteDecision decision) {
        return Objects.requireNonNullElse(decision.getWhy(), "withdrawn by " + decision.getWho());
    }

    static Approval approval(InviteDecision decision) {
        var content = Objects.requireNonNull(decision.getContent(), "an approval carries its content");
        return new Approval(
                mail(decision),
                new Guest(
                        decision.getEventId(),
                        decision.getCustomerId(),
                        decision.getContactId(),
                        content.getRecipient(),
                        content.getRecipientName()),
                decision.getRevision(),
                Objects.requireNonNullElse(decision.getContentHash(), ""),
                ContentHash.of(content, decision.getKind(), decision.getNumber()),
                content(content),
                decision.getSessions().stream()
                        .map(session -> new PickedSession(session.getId(), session.getTitle(), session.getBecause()))
                        .toList(),
                attendance(decision.getAttendance()),
                decision.getSendAt());
    }

    private static Content content(dev.usher.contracts.avro.Content content) {
        return new Content(
                content.getRecipient(),
                content.getRecipientName(),
                content.getSender(),
                content.getSenderName(),
                content.getEventVersion(),
                content.getSubject(),
                content.getHtml(),
                content.getText());
    }

    private static @Nullable Attendance attendance(dev.usher.contracts.avro.@Nullable Attendance attendance) {
        return attendance == null ? null : Attendance.valueOf(attendance.name());
    }

    static Gathering gathering(Event event) {
        Host host = event.getHost();
        return new Gathering(
                event.getId(),
                event.getVersion(),
                event.getStatus() == EventStatus.CANCELLED,
                event.getName(),
                event.getSeries(),
                event.getType().name(),
                event.getStartsAt(),
                event.getEndsAt(),
                ZoneId.of(event.getTimeZone()),
                Gathering.Format.valueOf(event.getFormat().name()),
                place(event.getVenue()),
                event.getSessions().stream()
                        .map(session -> new Gathering.Slot(
                                session.getId(), session.getTitle(), session.getStartsAt(), session.getEndsAt()))
                        .toList(),
                event.getRegistrationUrl(),
                event.getCapacity(),
                host == null ? null : host.getName(),
                host == null ? null : host.getEmail());
    }

    private static Gathering.@Nullable Place place(@Nullable Venue venue) {
        return venue == null
                ? null
                : new Gathering.Place(venue.getName(), venue.getCity(), venue.getRegion(), venue.getCountry());
    }

    static Company company(Customer customer) {
        Csm csm = customer.getCsm();
        return new Company(
                customer.getId(),
                customer.getVersion(),
                customer.getName(),
                zone(customer.getTimeZone()),
                csm == null ? null : new Company.Csm(csm.getId(), csm.getName(), csm.getEmail()),
                customer.getContacts().stream().map(Translation::person).toList());
    }

    private static Company.Person person(Contact contact) {
        return new Company.Person(
                contact.getId(),
                contact.getName(),
                contact.getEmail(),
                zone(contact.getTimeZone()),
                contact.getOptedOut());
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }
}
