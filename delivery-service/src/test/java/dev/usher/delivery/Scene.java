package dev.usher.delivery;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Contact;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.Customer;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.contracts.avro.Event;
import dev.usher.contracts.avro.InviteDecision;
import dev.usher.contracts.avro.InviteDelivery;
import dev.usher.gmail.Fault;
import dev.usher.gmail.FaultKind;
import dev.usher.gmail.GmailEmulator;
import dev.usher.gmail.Mail;
import dev.usher.testkit.Samples;
import dev.usher.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.r2dbc.core.DatabaseClient;

/** One guest, one event, one mailbox, all of their own, so that tests do not meet. */
final class Scene {

    static final GmailEmulator GMAIL = emulator();

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    final String event = "event-" + tag;
    final String customer = "customer-" + tag;
    final String invitation = "invitation-" + tag;
    final String guest = "maria-" + tag + "@dataflow.example";
    final String mailbox = "ana-" + tag + "@usher.example";
    final TestBroker broker;

    Scene(TestBroker broker) {
        this.broker = broker;
    }

    private static GmailEmulator emulator() {
        try {
            Path dir = Files.createTempDirectory(Path.of("target"), "gmail");
            return GmailEmulator.start(dir, 0, Clock.systemUTC(), Duration.ofSeconds(6));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Event.Builder event() {
        return Samples.event().setId(event);
    }

    Customer.Builder customer() {
        var maria = Samples.customer().getContacts().getFirst();
        var mine = Contact.newBuilder(maria).setEmail(guest).build();
        return Samples.customer().setId(customer).setContacts(List.of(mine));
    }

    Content content() {
        return Content.newBuilder(Samples.content())
                .setRecipient(guest)
                .setSender(mailbox)
                .build();
    }

    InviteDecision.Builder approval() {
        return approval(content());
    }

    InviteDecision.Builder approval(Content content) {
        return Samples.decision(content)
                .setInvitationId(invitation)
                .setEventId(event)
                .setCustomerId(customer);
    }

    void decide(InviteDecision decision) {
        broker.send(Topics.INVITE_DECISIONS, customer, decision);
    }

    /** Event and customer are known to the service. */
    Scene known(DatabaseClient database) {
        broker.send(Topics.EVENTS, event, event().build());
        broker.send(Topics.CUSTOMERS, customer, customer().build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.TRUE.equals(database.sql("""
                        select exists (select 1 from known_events where id = :event)
                            and exists (select 1 from contacts where customer_id = :customer)""")
                        .bind("event", event)
                        .bind("customer", customer)
                        .mapValue(Boolean.class)
                        .one()
                        .block()));
        return this;
    }

    InviteDelivery told(DeliveryStatus status) {
        return told(delivery -> delivery.getStatus() == status);
    }

    InviteDelivery told(Predicate<InviteDelivery> which) {
        return broker.awaitRecord(
                        Topics.INVITE_DELIVERIES,
                        InviteDelivery.class,
                        seen -> invitation.equals(seen.body().getInvitationId()) && which.test(seen.body()))
                .body();
    }

    List<DeliveryStatus> history() {
        return broker.records(Topics.INVITE_DELIVERIES, InviteDelivery.class).stream()
                .map(seen -> seen.body())
                .filter(delivery -> invitation.equals(delivery.getInvitationId()))
                .map(InviteDelivery::getStatus)
                .toList();
    }

    /** What Gmail will do to this mailbox, so many times, and to no other. */
    void fault(String operation, FaultKind kind, int times) {
        GMAIL.faults().add(List.of(new Fault(operation, kind, times, mailbox)));
    }

    /** The faults that have not struck yet. */
    List<Fault> faultsLeft() {
        return GMAIL.faults().remaining().stream()
                .filter(fault -> fault.user().equals(mailbox))
                .toList();
    }

    List<Mail> sent() {
        return GMAIL.mails(mailbox).stream().filter(mail -> mail.has("SENT")).toList();
    }

    List<Mail> drafts() {
        return GMAIL.mails(mailbox).stream().filter(mail -> mail.has("DRAFT")).toList();
    }
}
