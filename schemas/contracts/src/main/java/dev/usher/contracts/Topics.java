package dev.usher.contracts;

import dev.usher.contracts.avro.AuditHead;
import dev.usher.contracts.avro.Customer;
import dev.usher.contracts.avro.CustomerInterest;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.EventAnnouncement;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.contracts.avro.InviteDraft;
import dev.usher.contracts.avro.InviteRequest;
import dev.usher.contracts.avro.MatchingWeights;
import dev.usher.contracts.avro.Registration;
import dev.usher.contracts.avro.Reminder;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;

/** The topics between the services: their names, and what a reader may rely on. */
public final class Topics {

    public static final String EVENT_ANNOUNCEMENTS = "event-announcements";
    public static final String EVENTS = "events";
    public static final String CUSTOMERS = "customers";
    public static final String CUSTOMER_INTERESTS = "customer-interests";
    public static final String INVITE_REQUESTS = "invite-requests";
    public static final String INVITE_CANDIDATES = "invite-candidates";
    public static final String INVITE_APPROVALS = "invite-approvals";
    public static final String INVITE_DECISIONS = "invite-decisions";
    public static final String INVITE_DELIVERIES = "invite-deliveries";
    public static final String REGISTRATIONS = "registrations";
    public static final String REMINDERS = "reminders";
    public static final String MATCHING_WEIGHTS = "matching-weights";
    public static final String AUDIT_HEADS = "audit-heads";

    /** Where a topic's records go that cannot be handled: this suffix behind its name. */
    public static final String PARKED_SUFFIX = "-dlt";

    /** Wherever events meet customers, for good: a key's partition must never change (KIP-837 multicast relies on it). */
    public static final int PARTITIONS = 12;

    private static final String ANY = "any";
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration MAIL_CONTENT = Duration.ofDays(30);
    private static final Duration RECORDS = Duration.ofDays(90);

    /** Every topic of the contract. */
    public static final List<Topic> ALL = List.of(
            topic(EVENT_ANNOUNCEMENTS, "event id", "marketing", EventAnnouncement.SCHEMA$, RECORDS, 4 * MEGABYTE),
            compacted(EVENTS, "event id", "event-catalog-service", Event.SCHEMA$, 4 * MEGABYTE),
            compacted(CUSTOMERS, "customer id", "matching-service", Customer.SCHEMA$, MEGABYTE),
            topic(CUSTOMER_INTERESTS, "customer id", ANY, CustomerInterest.SCHEMA$, RECORDS, MEGABYTE),
            topic(
                    INVITE_REQUESTS,
                    "customer id",
                    "invitation-service, delivery-service",
                    InviteRequest.SCHEMA$,
                    RECORDS,
                    MEGABYTE),
            topic(INVITE_CANDIDATES, "customer id", "matching-service", InviteCandidate.SCHEMA$, RECORDS, MEGABYTE),
            topic(
                    INVITE_APPROVALS,
                    "customer id",
                    "invitation-service",
                    InviteDraft.SCHEMA$,
                    MAIL_CONTENT,
                    4 * MEGABYTE),
            topic(
                    INVITE_DECISIONS,
                    "customer id",
                    "invitation-service",
                    InviteDecision.SCHEMA$,
                    MAIL_CONTENT,
                    4 * MEGABYTE),
            topic(INVITE_DELIVERIES, "customer id", "delivery-service", InviteDelivery.SCHEMA$, RECORDS, MEGABYTE),
            topic(REGISTRATIONS, "customer id", "delivery-service", Registration.SCHEMA$, RECORDS, MEGABYTE),
            topic(REMINDERS, "customer id", "delivery-service", Reminder.SCHEMA$, RECORDS, MEGABYTE),
            compacted(MATCHING_WEIGHTS, "weights version", "matching-service", MatchingWeights.SCHEMA$, MEGABYTE),
            topic(AUDIT_HEADS, "chain", "invitation-service", AuditHead.SCHEMA$, RECORDS, MEGABYTE));

    private Topics() {}

    /**
     * One topic of the contract.
     *
     * @param key what the record key, UTF-8, means
     * @param owner who may write it: services by their names, "any" of them and others, or somebody outside
     * @param value schema of its values, subject {@code <name>-value}
     * @param retention how long records are kept; ignored where compacted
     * @param maxMessageBytes largest record, bytes
     */
    public record Topic(
            String name,
            String key,
            String owner,
            Schema value,
            int partitions,
            boolean compacted,
            Duration retention,
            int maxMessageBytes) {

        /** @param service its {@code spring.application.name} */
        public boolean isWrittenBy(String service) {
            return owner.equals(ANY) || List.of(owner.split(", ")).contains(service);
        }

        /** Under which name the registry keeps the schema of its values. */
        public String subject() {
            return name + "-value";
        }

        /** Where records of this topic are parked: one partition, their order kept. */
        public String parked() {
            return name + PARKED_SUFFIX;
        }
    }

    private static Topic topic(String name, String key, String owner, Schema value, Duration kept, int bytes) {
        return new Topic(name, key, owner, value, PARTITIONS, false, kept, bytes);
    }

    private static Topic compacted(String name, String key, String owner, Schema value, int bytes) {
        return new Topic(name, key, owner, value, PARTITIONS, true, Duration.ofMillis(-1), bytes);
    }
}
