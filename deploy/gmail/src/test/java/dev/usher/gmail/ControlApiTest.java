package dev.usher.gmail;

import static dev.usher.gmail.Gmails.ANA;
import static dev.usher.gmail.Gmails.MARIA;
import static dev.usher.gmail.Gmails.draft;
import static dev.usher.gmail.Gmails.mail;
import static dev.usher.gmail.Gmails.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.gmail.Gmail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {
    private final GmailEmulator emulator;
    private final Gmail.Users gmail;
    private final Http http;

    ControlApiTest(@TempDir Path dir) throws IOException {
        emulator = GmailEmulator.start(dir, 0);
        gmail = Gmails.client(emulator).users();
        http = Http.to(emulator.url());
    }

    @AfterEach
    void close() throws IOException {
        emulator.close();
    }

    @Test
    void itListsTheMailboxesAndAllTheirMailWithItsParts() throws IOException {
        assertThat(http.json("/mailboxes").path("items")).isEmpty();
        gmail.messages().send(ANA, message(mail("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?="))).execute();

        assertThat(http.json("/mailboxes").path("items").findValuesAsString("user"))
                .containsExactly(ANA, MARIA);
        var item = http.json("/mailboxes/" + MARIA + "/messages").path("items").path(0);
        assertThat(item.path("headers").path("Subject").stringValue()).isEqualTo("Grüße");
        assertThat(item.path("text").stringValue()).startsWith("Hello Maria");
        assertThat(item.path("html").stringValue()).isEqualTo("<p>Hello Mária</p>");
        assertThat(item.path("raw").stringValue()).contains("text/calendar").contains("M=C3=A1ria");
        assertThat(Instant.parse(item.path("receivedAt").stringValue())).isBefore(Instant.now());
        assertThat(item.path("labelIds").size()).isEqualTo(2);
        assertThat(item.path("threadId").stringValue()).hasSize(16);
    }

    @Test
    void draftsAreShownWithTheirLabelAndAMailboxNobodyUsedIsEmpty() throws IOException {
        gmail.drafts().create(ANA, draft(mail("Draft"))).execute();
        var items = http.json("/mailboxes/Ana@Usher.Example/messages").path("items");
        assertThat(items.path(0).path("labelIds").path(0).stringValue()).isEqualTo("DRAFT");
        assertThat(http.json("/mailboxes/nobody@usher.example/messages").path("items"))
                .isEmpty();
        assertThat(emulator.users()).doesNotContain("nobody@usher.example");
    }

    @Test
    void aFaultScriptIsAddedShownUsedUpAndCleared() {
        var script = "{\"script\":[{\"operation\":\"drafts.list\",\"kind\":\"500_AFTER\",\"times\":2,\"user\":\"*\"}]}";
        assertThat(http.post("/faults", script).statusCode()).isEqualTo(200);
        assertThat(http.get("/gmail/v1/users/" + ANA + "/drafts").statusCode()).isEqualTo(500);
        assertThat(http.json("/faults").path("script").path(0).path("times").intValue())
                .isEqualTo(1);
        assertThat(http.delete("/faults").statusCode()).isEqualTo(204);
        assertThat(http.get("/gmail/v1/users/" + ANA + "/drafts").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"script\":[{\"operation\":\"drafts.send\",\"kind\":\"500\"}]}",
                "{\"script\":[{\"operation\":\"drafts.sent\",\"kind\":\"401\"}]}",
                "{\"script\":[{\"operation\":\"drafts.send\",\"kind\":\"401\",\"times\":0}]}",
                "{\"script\":[{\"operation\":\"drafts.send\",\"kind\":\"401\",\"times\":\"2\"}]}",
                "{\"script\":[{\"operation\":\"getProfile\",\"kind\":\"DELETE_DRAFT\"}]}"
            })
    void aScriptThatCannotBeReadIsRefusedWhole(String script) {
        var answer = http.post("/faults", script);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(http.json("/faults").path("script")).isEmpty();
    }

    @Test
    void aPersonsAnswersCanBeScriptedToo() throws IOException {
        gmail.messages().send(ANA, message(mail("Summit"))).execute();
        var at = "/mailboxes/" + MARIA + "/messages/"
                + Gmails.last(emulator, MARIA).message().id();
        assertThat(http.post(at + "/reply", "{\"text\":\"Yes\"}").statusCode()).isEqualTo(201);
        assertThat(http.post(at + "/reply", "{}").statusCode()).isEqualTo(400);
        assertThat(http.post(at + "/out-of-office", "").statusCode()).isEqualTo(201);
        var bounce = Http.json(http.post(at + "/bounce", "{\"soft\":true}"));
        assertThat(bounce.path("headers").path("Subject").stringValue())
                .isEqualTo("Delivery Status Notification (Delay)");
        assertThat(emulator.mails(ANA)).hasSize(4);
    }

    @Test
    void whatIsNotThereIsSaidInTheLanguageOfTheDoor() {
        assertThat(http.get("/nothing").headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(http.get("/mailboxes/nobody/messages").statusCode()).isEqualTo(400);
        assertThat(http.delete("/mailboxes").statusCode()).isEqualTo(405);
        var google = Http.json(http.get("/gmail/v1/users/" + ANA + "/nothing"));
        assertThat(google.path("error").path("status").stringValue()).isEqualTo("NOT_FOUND");
        assertThat(http.get("/gmail/v1/users/%00@x/profile").statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedAndReadToItsEnd() {
        var answer = http.post("/gmail/v1/users/" + ANA + "/drafts", "x".repeat(13 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
