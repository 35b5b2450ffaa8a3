package dev.usher.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A person's mail, read from outside through the emulator. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api gmail;
    private final String user;

    Mailbox(RunningUsher usher, String user) {
        this.gmail = new Api(usher.gmail());
        this.user = user;
    }

    /** What lies in the inbox. */
    List<JsonNode> received() {
        return gmail.get("/mailboxes/" + user + "/messages")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("labelIds").toString().contains("INBOX"))
                .toList();
    }

    /** The mails of one invitation; the header is compared as a whole. */
    List<JsonNode> ofInvitation(String invitation) {
        return received().stream()
                .filter(mail -> header(mail, "X-Invitation-Id").equals(invitation))
                .toList();
    }

    /** The first mail whose subject contains these words. */
    JsonNode awaitSubject(String words) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> received().stream()
                                .filter(mail -> header(mail, "Subject").contains(words))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    static String header(JsonNode mail, String name) {
        return mail.path("headers").path(name).asString("");
    }
}
