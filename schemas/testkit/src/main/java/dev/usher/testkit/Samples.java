package dev.usher.testkit;

import dev.usher.contracts.ContentHash;
import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Attendance;
import dev.usher.contracts.avro.AuditHead;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.Customer;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.contracts.avro.Decision;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventAnnouncement;
import dev.usher.contracts.avro.EventFormat;
import dev.usher.contracts.avro.EventStatus;
import dev.usher.contracts.avro.EventType;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.contracts.avro.InviteDraft;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.MatchingWeights;
import dev.usher.contracts.avro.Registration;
import dev.usher.contracts.avro.RegistrationStatus;
import dev.usher.contracts.avro.Reminder;
import dev.usher.contracts.avro.ReminderStatus;
import dev.usher.contracts.avro.ServiceMail;
import dev.usher.contracts.avro.Verdict;
import dev.usher.contracts.avro.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * A valid record for each topic, as a builder to vary: DataFlow, looked after by csm-ana, and its champion Maria are
 * invited to the summit, which begins 100 days from today. All records speak of the same {@link #INVITATION}.
 */
public final class Samples {

    public static final String EVENT = "customer-success-summit";
    public static final String CUSTOMER = "dataflow";
    public static final String CONTACT = "maria";
    public static final String CSM = "csm-ana";
    public static final String INVITATION = "invitation-of-maria";

    /** A sample for every topic of the contract. */
    public static final Map<String, Supplier<SpecificRecord>> ALL = Map.ofEntries(
            Map.entry(Topics.EVENT_ANNOUNCEMENTS, () -> announcement().build()),
            Map.entry(Topics.EVENTS, () -> event().build()),
            Map.entry(Topics.CUSTOMERS, () -> customer().build()),
            Map.entry(Topics.CUSTOMER_INTERESTS, () -> interest().build()),
            Map.entry(Topics.INVITE_REQUESTS, () -> request().build()),
            Map.entry(Topics.INVITE_CANDIDATES, () -> candidate().build()),
            Map.entry(Topics.INVITE_APPROVALS, () -> draft().build()),
            Map.entry(Topics.INVITE_DECISIONS, () -> decision().build()),
            Map.entry(Topics.INVITE_DELIVERIES, () -> delivery().build()),
            Map.entry(Topics.REGISTRATIONS, () -> registration().build()),
            Map.entry(Topics.REMINDERS, () -> reminder().build()),
            Map.entry(Topics.MATCHING_WEIGHTS, () -> weights().build()),
            Map.entry(Topics.AUDIT_HEADS, () -> auditHead().build()));

    private Samples() {}

    /** Two days in San Francisco or on screen, three sessions. */
    public static Event.Builder event() {
        return Event.newBuilder()
                .setId(EVENT)
                .setVersion(1)
                .setStatus(EventStatus.ANNOUNCED)
                .setName("Customer Success Summit")
                .setSeries("Customer Success Summit")
                .setType(EventType.CONFERENCE)
                .setDescription("Two days on doing customer success with AI, at scale.")
                .setStartsAt(Cast.STARTS_AT)
                .setEndsAt(Cast.ENDS_AT)
                .setTimeZone(Cast.ZONE.getId())
                .setFormat(EventFormat.HYBRID)
                .setVenue(Cast.venue())
                .setTopics(List.of("AI in CS", "Scaling Success", "Executive Engagement"))
                .setSessions(Cast.sessions())
                .setAudience(Cast.audience())
                .setOffer(Cast.offer())
                .setDeadlines(Cast.deadlines())
                .setHost(Cast.host())
                .setChangedAt(Cast.NOW);
    }

    /** The same event as marketing announces it; times are local. */
    public static EventAnnouncement.Builder announcement() {
        return EventAnnouncement.newBuilder()
                .setId(EVENT)
                .setName("Customer Success Summit")
                .setType("CONFERENCE")
                .setDescription("Two days on doing customer success with AI, at scale.")
                .setStartsAt(Cast.local(Cast.STARTS_AT))
                .setEndsAt(Cast.local(Cast.ENDS_AT))
                .setTimeZone(Cast.ZONE.getId())
                .setFormat("HYBRID")
                .setVenue(Cast.venue())
                .setTopics(List.of("AI in CS", "Scaling Success", "Executive Engagement"))
                .setSessions(Cast.announcedSessions())
                .setAudience(Cast.audience())
                .setOffer(Cast.offer())
                .setDeadlines(Cast.deadlines())
                .setHost(Cast.host());
    }

    /** SaaS in Austin TX with one contact, its champion. */
    public static Customer.Builder customer() {
        return Customer.newBuilder()
                .setId(CUSTOMER)
                .setVersion(1)
                .setName("DataFlow")
                .setAliases(List.of("DataFlow Inc."))
                .setIndustry("SaaS/Technology")
                .setSize("250")
                .setLocation(Cast.austin())
                .setTimeZone("America/Chicago")
                .setCsm(Cast.ana())
                .setContacts(List.of(Cast.maria()))
                .setChallenges(List.of("Scaling operations"))
                .setInterests(List.of("AI adoption"))
                .setChangedAt(Cast.NOW);
    }

    public static CustomerInterest.Builder interest() {
        return CustomerInterest.newBuilder()
                .setCustomerId(CUSTOMER)
                .setTopics(List.of("AI adoption"))
                .setSource("MEETING_NOTE")
                .setNote("Maria asked how others let AI agents answer tickets.")
                .setAt(Cast.NOW);
    }

    /** A CSM asks for the first invitation. */
    public static InviteRequest.Builder request() {
        return InviteRequest.newBuilder()
                .setEventId(EVENT)
                .setCustomerId(CUSTOMER)
                .setKind(MailKind.INVITATION)
                .setNumber(1)
                .setReason(InviteReason.CSM_REQUEST)
                .setInvitationId(INVITATION)
                .setRequestedBy(CSM)
                .setAt(Cast.NOW);
    }

    /** Matched because the event was announced, first of its CSM. */
    public static InviteCandidate.Builder candidate() {
        return InviteCandidate.newBuilder()
                .setEventId(EVENT)
                .setEventVersion(1)
                .setCustomerId(CUSTOMER)
                .setKind(MailKind.INVITATION)
                .setNumber(1)
                .setVerdict(Verdict.MATCHED)
                .setScore(0.88)
                .setContributions(Cast.contributions())
                .setSessions(Cast.picked())
                .setAttendance(Attendance.VIRTUAL)
                .setAttendanceWhy("Austin is a flight away from San Francisco")
                .setReason(InviteReason.EVENT_ANNOUNCED)
                .setRank(1)
                .setRankOfCsm(1)
                .setWeightsVersion("hand-set-1")
                .setAt(Cast.NOW);
    }

    /** The draft of {@link #content()}, with the hash that goes with it. */
    public static InviteDraft.Builder draft() {
        Content content = content();
        return InviteDraft.newBuilder()
                .setInvitationId(INVITATION)
                .setEventId(EVENT)
                .setCustomerId(CUSTOMER)
                .setContactId(CONTACT)
                .setCsmId(CSM)
                .setKind(MailKind.INVITATION)
                .setNumber(1)
                .setRevision(1)
                .setContentHash(hash(content))
                .setReason(InviteReason.EVENT_ANNOUNCED)
                .setScore(0.88)
                .setRecipient(content.getRecipient())
                .setSender(content.getSender())
                .setEventVersion(content.getEventVersion())
                .setSubject(content.getSubject())
                .setHtml(content.getHtml())
                .setText(content.getText())
                .setClaims(Cast.claims())
                .setAt(Cast.NOW);
    }

    /** Approved by its CSM, with {@link #content()} and its hash. */
    public static InviteDecision.Builder decision() {
        return decision(content());
    }

    /** Approved by its CSM, with this content and the hash that goes with it. */
    public static InviteDecision.Builder decision(Content content) {
        return InviteDecision.newBuilder()
                .setInvitationId(INVITATION)
                .setEventId(EVENT)
                .setCustomerId(CUSTOMER)
                .setContactId(CONTACT)
                .setCsmId(CSM)
                .setKind(MailKind.INVITATION)
                .setNumber(1)
                .setDecision(Decision.APPROVED)
                .setWho(CSM)
                .setRevision(1)
                .setContentHash(hash(content))
                .setContent(content)
                .setSessions(Cast.picked())
                .setAttendance(Attendance.VIRTUAL)
                .setAt(Cast.NOW);
    }

    /** What Maria is to read. */
    public static Content content() {
        return Cast.content();
    }

    /** The provider has accepted the mail. */
    public static InviteDelivery.Builder delivery() {
        Content content = content();
        return InviteDelivery.newBuilder()
                .setInvitationId(INVITATION)
                .setEventId(EVENT)
                .setCustomerId(CUSTOMER)
                .setContactId(CONTACT)
                .setRecipient(content.getRecipient())
                .setKind(MailKind.INVITATION)
                .setNumber(1)
                .setRevision(1)
                .setContentHash(hash(content))
                .setStatus(DeliveryStatus.ACCEPTED)
                .setMailbox(content.getSender())
                .setMessageId("<1@usher.example>")
                .setAt(Cast.NOW);
    }

    /** Maria takes a seat on screen. */
    public static Registration.Builder registration() {
        return Registration.newBuilder()
                .setEventId(EVENT)
                .setCustomerId(CUSTOMER)
                .setContactId(CONTACT)
                .setInvitationId(INVITATION)
                .setStatus(RegistrationStatus.REGISTERED)
                .setAttendance(Attendance.VIRTUAL)
                .setSource("PAGE")
                .setEventType(EventType.CONFERENCE)
                .setEventSeries("Customer Success Summit")
                .setAt(Cast.NOW);
    }

    /** A reminder the day before. */
    public static Reminder.Builder reminder() {
        return Reminder.newBuilder()
                .setEventId(EVENT)
                .setCustomerId(CUSTOMER)
                .setContactId(CONTACT)
                .setInvitationId(INVITATION)
                .setKind(ServiceMail.REMINDER)
                .setNumber(1)
                .setStatus(ReminderStatus.PLANNED)
                .setDueAt(Cast.STARTS_AT.minus(Duration.ofDays(1)))
                .setAt(Cast.NOW);
    }

    public static MatchingWeights.Builder weights() {
        return MatchingWeights.newBuilder()
                .setVersion("hand-set-1")
                .setWeights(List.of(new Weight("INDUSTRY", 1.0, 1.0, 0)))
                .setFrozen(false)
                .setAt(Cast.NOW);
    }

    public static AuditHead.Builder auditHead() {
        return AuditHead.newBuilder()
                .setChain("invitation-service")
                .setSequence(1)
                .setHash("0".repeat(64))
                .setAt(Cast.NOW);
    }

    private static String hash(Content content) {
        return ContentHash.of(content, MailKind.INVITATION, 1);
    }
}
