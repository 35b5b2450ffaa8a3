package dev.usher.invitation.kafka;

import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.PickedSession;
import dev.usher.invitation.Candidate;
import dev.usher.invitation.Customer;
import dev.usher.invitation.Event;
import dev.usher.invitation.MailKind;
import dev.usher.invitation.Match;
import dev.usher.invitation.Reason;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records of the other services in our own words. */
final class FromAvro {

    private FromAvro() {}

    static Event event(dev.usher.contracts.avro.Event e) {
        var links = e.getFollowUp();
        return new Event(
                e.getId(),
                e.getVersion(),
                e.getStatus() == dev.usher.contracts.avro.EventStatus.CANCELLED,
                e.getWhy(),
                e.getName(),
                Event.Type.valueOf(e.getType().name()),
                Event.Format.valueOf(e.getFormat().name()),
                e.getStartsAt(),
                e.getEndsAt(),
                ZoneId.of(e.getTimeZone()),
                venue(e.getVenue()),
                List.copyOf(e.getTopics()),
                e.getSessions().stream().map(FromAvro::session).toList(),
                offer(e.getOffer()),
                e.getDeadlines().stream()
                        .map(d -> new Event.Deadline(d.getText(), d.getOn()))
                        .toList(),
                e.getCapacity(),
                e.getHost() == null
                        ? null
                        : new Event.Host(e.getHost().getName(), e.getHost().getEmail()),
                links == null ? null : links.getRecordingUrl(),
                links == null ? null : links.getSurveyUrl());
    }

    private static Event.@Nullable Venue venue(dev.usher.contracts.avro.@Nullable Venue v) {
        return v == null ? null : new Event.Venue(v.getName(), v.getCity(), v.getRegion(), v.getCountry());
    }

    private static Event.@Nullable Offer offer(dev.usher.contracts.avro.@Nullable Offer o) {
        return o == null ? null : new Event.Offer(o.getText(), o.getCode(), o.getExpiresOn());
    }

    private static Event.Session session(dev.usher.contracts.avro.Session s) {
        return new Event.Session(
                s.getId(),
                s.getTitle(),
                s.getStartsAt(),
                s.getEndsAt(),
                s.getSpeakers().stream()
                        .map(p -> new Event.Speaker(p.getName(), p.getTitle(), p.getCompany()))
                        .toList(),
                s.getKind());
    }

    static Customer customer(dev.usher.contracts.avro.Customer c) {
        var at = c.getLocation();
        var csm = c.getCsm();
        return new Customer(
                c.getId(),
                c.getVersion(),
                c.getName(),
                List.copyOf(c.getAliases()),
                c.getIndustry(),
                at == null ? null : new Customer.Location(at.getCity(), at.getRegion(), at.getCountry()),
                zone(c.getTimeZone()),
                csm == null ? null : new Customer.Csm(csm.getId(), csm.getName(), csm.getEmail()),
                c.getContacts().stream().map(FromAvro::contact).toList(),
                List.copyOf(c.getChallenges()),
                List.copyOf(c.getInterests()));
    }

    private static Customer.Contact contact(dev.usher.contracts.avro.Contact c) {
        return new Customer.Contact(
                c.getId(),
                c.getName(),
                c.getEmail(),
                c.getTitle(),
                c.getRole() == null ? null : c.getRole().name(),
                zone(c.getTimeZone()),
                c.getOptedOut());
    }

    /** A zone this JDK does not know is as good as none. */
    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    static Candidate candidate(InviteCandidate c) {
        String who = Objects.requireNonNullElse(c.getRequestedBy(), "matching");
        String words = c.getReasonText() == null ? c.getNote() : c.getReasonText();
        return new Candidate(
                c.getEventId(),
                c.getCustomerId(),
                c.getContactId(),
                MailKind.valueOf(c.getKind().name()),
                c.getNumber(),
                Candidate.Verdict.valueOf(c.getVerdict().name()),
                c.getWhy(),
                match(c),
                Reason.of(c.getReason().name(), who, words, c.getRankOfCsm()),
                c.getInvitationId(),
                c.getRankOfCsm(),
                c.getAt());
    }

    private static Match match(InviteCandidate c) {
        return new Match(
                c.getScore(),
                c.getContributions().stream()
                        .map(p -> new Match.Part(p.getCriterion(), p.getPoints(), p.getText(), p.getEvidence()))
                        .toList(),
                c.getSessions().stream().map(FromAvro::pick).toList(),
                c.getAttendance() == null ? null : c.getAttendance().name(),
                c.getAttendanceWhy(),
                c.getWeightsVersion(),
                c.getEventVersion());
    }

    private static Match.Pick pick(PickedSession s) {
        return new Match.Pick(s.getId(), s.getTitle(), s.getScore(), s.getBecause(), s.getMatches());
    }
}
