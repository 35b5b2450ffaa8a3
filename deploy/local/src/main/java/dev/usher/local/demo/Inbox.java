package dev.usher.local.demo;

import dev.usher.local.client.Api;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;

/** A guest's mailbox in the Gmail emulator. */
final class Inbox {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Api gmail;

    Inbox(Api gmail) {
        this.gmail = gmail;
    }

    int count(String mailbox) {
        return received(mailbox).size();
    }

    /** The mail that arrives after the first {@code before}; none in time is a {@link StoryBroken}. */
    JsonNode await(String mailbox, int before, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            List<JsonNode> mails = received(mailbox);
            if (mails.size() > before) {
                return newest(mails);
            }
            pause(GLANCE);
        }
        throw new StoryBroken("no mail for " + mailbox + " within " + patience.toSeconds() + " s");
    }

    private static JsonNode newest(List<JsonNode> mails) {
        return mails.stream()
                .max((one, other) -> one.path("receivedAt")
                        .asString("")
                        .compareTo(other.path("receivedAt").asString("")))
                .orElseThrow();
    }

    private List<JsonNode> received(String mailbox) {
        Api.Answer answer = gmail.get("/mailboxes/" + mailbox + "/messages");
        return answer.body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("labelIds").toString().contains("INBOX"))
                .toList();
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        }
    }
}
