package dev.usher.local.demo;

import dev.usher.local.client.Addresses;
import dev.usher.local.client.Api;
import dev.usher.local.client.Terminal;
import dev.usher.local.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays the conversation for real: invite by chat, send, read the mail as the recipient, register, get the confirmation;
 * then an office hour that begins in an hour shows a reminder arrive.
 */
public final class Demo {

    private static final Pattern GUEST_LINK = Pattern.compile("https?://[^\\s\"<>]+(/r/[A-Za-z0-9_.-]+)");
    private static final String SUMMIT = "customer-success-summit";
    /** The reminder an hour before is due this long after the office hour is announced. */
    private static final Duration UNTIL_REMINDER = Duration.ofSeconds(40);

    private final Addresses addresses;
    private final Api api;
    private final Inbox inbox;
    private final Terminal terminal;

    public Demo(Addresses addresses, Terminal terminal) {
        this.addresses = addresses;
        this.api = new Api(addresses.usher());
        this.inbox = new Inbox(new Api(addresses.gmail()));
        this.terminal = terminal;
    }

    /** Returns once the story is told; a step that fails is said and ends it, and nothing but it. */
    public void play() {
        try (Walk walk = new Walk(addresses.broker(), terminal)) {
            terminal.line("");
            terminal.step("A customer success manager, Ana, types into the chat:");
            Invited guest = inviteToSummit(walk);
            if (guest != null) {
                register(guest, "the summit");
                remind(guest, walk);
            }
        } catch (CancellationException | InterruptException stop) {
            throw stop; // asked for, not a failure
        } catch (RuntimeException broken) {
            terminal.step("the demo stops here: " + broken.getMessage());
        }
        outlook();
    }

    /** Who was invited and where her mail arrives. */
    private record Invited(String customer, String customerId, String mailbox, JsonNode mail) {}

    private @Nullable Invited inviteToSummit(Walk walk) {
        if (!api.get("/api/events/" + SUMMIT).ok()) {
            terminal.step("the samples are not in this data, and the demo plays with them; begin anew with --fresh");
            return null;
        }
        for (String customer : Samples.customerNames()) {
            Conversation chat = new Conversation(api, terminal);
            walk.follow(customerId(customer));
            JsonNode answer = chat.say("Invite " + customer + " to the Customer Success Summit");
            String status = answer.path("invitations").path(0).path("status").asString("");
            if (status.equals("DRAFTED") || status.equals("REQUESTED")) {
                return send(
                        chat,
                        customer,
                        answer.path("invitations").path(0).path("id").asString());
            }
        }
        terminal.step("every sample customer is invited already; begin anew with --fresh");
        return null;
    }

    private Invited send(Conversation chat, String customer, String invitationId) {
        JsonNode invitation = api.get("/api/invitations/" + invitationId).body();
        String mailbox = invitation.path("contact").path("email").asString();
        int before = inbox.count(mailbox);
        chat.say("Send");
        JsonNode mail = inbox.await(mailbox, before, Duration.ofSeconds(15));
        terminal.step("in " + mailbox + "'s inbox: \"" + subject(mail) + "\"");
        return new Invited(customer, customerId(customer), mailbox, mail);
    }

    private void register(Invited guest, String what) {
        Matcher link = GUEST_LINK.matcher(guest.mail().path("text").asString(""));
        if (!link.find()) {
            throw new StoryBroken("the mail has no registration link");
        }
        int before = inbox.count(guest.mailbox());
        Api.Answer answer =
                api.post(link.group(1), "application/x-www-form-urlencoded", "action=REGISTER&attendance=VIRTUAL");
        if (!answer.ok()) {
            throw new StoryBroken("registering answered " + answer.status());
        }
        terminal.step("the guest registers for " + what + " through the link in the mail");
        JsonNode confirmation = inbox.await(guest.mailbox(), before, Duration.ofSeconds(20));
        terminal.step("in " + guest.mailbox() + "'s inbox: \"" + subject(confirmation) + "\"");
    }

    private void remind(Invited guest, Walk walk) {
        Instant start =
                Instant.now().plus(1, ChronoUnit.HOURS).plus(UNTIL_REMINDER).truncatedTo(ChronoUnit.SECONDS);
        String id = "office-hour-" + start.getEpochSecond();
        walk.follow(id);
        announce(id, start);
        awaitDrafts(id);
        walk.follow(guest.customerId());
        Conversation chat = new Conversation(api, terminal);
        JsonNode answer = chat.say("Invite " + guest.customer() + " to " + officeHour(start));
        Invited again = send(
                chat,
                guest.customer(),
                answer.path("invitations").path(0).path("id").asString());
        register(again, "the office hour");
        int before = inbox.count(again.mailbox());
        terminal.step("a reminder is due one hour before it begins: at "
                + start.minus(1, ChronoUnit.HOURS)
                        .atOffset(ZoneOffset.UTC)
                        .format(DateTimeFormatter.ofPattern("HH:mm:ss"))
                + " UTC; waiting");
        JsonNode reminder = inbox.await(again.mailbox(), before, UNTIL_REMINDER.plusSeconds(30));
        terminal.step("in " + again.mailbox() + "'s inbox: \"" + subject(reminder) + "\"");
    }

    /** Drafts for those it concerns tell that the announcement has arrived, so that the chat knows the event by name. */
    private void awaitDrafts(String event) {
        for (int looked = 0; looked < 100; looked++) {
            if (!api.get("/api/invitations?eventId=" + event)
                    .body()
                    .path("items")
                    .isEmpty()) {
                return;
            }
            Inbox.pause(Duration.ofMillis(100));
        }
        throw new StoryBroken("the announcement of " + event + " led to no draft within 10 s");
    }

    private void announce(String id, Instant start) {
        Api.Answer answer = api.post(
                "/api/events",
                Map.of(
                        "id",
                        id,
                        "name",
                        officeHour(start),
                        "type",
                        "WEBINAR",
                        "format",
                        "VIRTUAL",
                        "description",
                        "Bring a question, leave with an answer.",
                        "startsAt",
                        start.toString(),
                        "endsAt",
                        start.plus(1, ChronoUnit.HOURS).toString(),
                        "timeZone",
                        "America/Chicago",
                        "topics",
                        List.of("Scaling operations", "AI adoption")));
        if (!answer.ok()) {
            throw new StoryBroken("the office hour was refused: " + answer.text());
        }
        terminal.step("marketing announces a webinar that begins in about an hour: " + officeHour(start));
    }

    private static String officeHour(Instant start) {
        return "Office Hour " + start.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("MMdd-HHmmss"));
    }

    private String customerId(String customer) {
        return api.get("/api/customers?query=" + customer.replace(" ", "%20"))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private static String subject(JsonNode mail) {
        return mail.path("headers").path("Subject").asString("(no subject)");
    }

    private void outlook() {
        terminal.line("");
        terminal.line("Now open   " + addresses.usher() + "/   the chat and the desk of drafts");
        terminal.line("           " + addresses.gmail() + "/   everyone's mail: read it as the guest, answer it");
        terminal.line("and type   Send event invite to Acme and Nordwind");
        terminal.line("Ctrl-C stops everything; the data stays.");
    }
}
