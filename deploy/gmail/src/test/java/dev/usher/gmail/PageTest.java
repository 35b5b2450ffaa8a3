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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private final GmailEmulator emulator;
    private final Gmail.Users gmail;
    private final Http http;

    PageTest(@TempDir Path dir) throws IOException {
        emulator = GmailEmulator.start(dir, 0);
        gmail = Gmails.client(emulator).users();
        http = Http.to(emulator.url());
        gmail.messages().send(ANA, message(mail("<b>Summit</b>"))).execute();
    }

    @AfterEach
    void close() throws IOException {
        emulator.close();
    }

    private String arrived() {
        return "/m/" + MARIA + "/" + emulator.mails(MARIA).getFirst().message().id();
    }

    @Test
    void theMailboxesAndTheirMailsAreListed() {
        assertThat(http.get("/").body()).contains(ANA, MARIA);
        assertThat(http.get("/?q=maria").body()).contains(MARIA).doesNotContain("/m/ana");
        assertThat(http.get("/m/" + MARIA).body()).contains("Ana Ruiz", "&lt;b&gt;Summit&lt;/b&gt;", "Hello Maria");
        assertThat(http.get("/m/" + ANA + "?label=SENT").body()).contains("To: Maria Santos");
        assertThat(http.get("/m/" + ANA + "?label=DRAFT").body()).contains("Nothing here yet");
    }

    @Test
    void aMailIsShownInAFrameThatRunsNoScript() {
        var page = http.get(arrived());
        assertThat(page.body())
                .contains("srcdoc=\"&lt;base target=&quot;_blank&quot;")
                .contains("Hello Mária");
        assertThat(page.body())
                .contains("sandbox=\"allow-same-origin allow-popups")
                .doesNotContain("allow-scripts");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
        assertThat(http.get(arrived() + "?view=text").body()).contains("<pre class=\"mail words\">Hello Maria");
        assertThat(http.get(arrived() + "?view=raw").body()).contains("Message-ID: &lt;CA");
        assertThat(emulator.mails(MARIA).getFirst().has("UNREAD")).isFalse();
    }

    @Test
    void aFileOfAMailIsSavedAndNeverShown() {
        assertThat(http.get(arrived()).body()).contains("invite.ics");
        var file = http.get(arrived() + "/part/2");
        assertThat(file.body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "invite.ics");
        assertThat(http.get(arrived() + "/source").body()).contains("Subject: <b>Summit</b>");
    }

    @Test
    void aReaderRepliesBouncesAndIsAway() {
        assertThat(http.post(arrived() + "/reply", "text=I+come%21").statusCode())
                .isEqualTo(303);
        assertThat(Gmails.last(emulator, ANA).header("Subject")).isEqualTo("Re: <b>Summit</b>");
        assertThat(http.post(arrived() + "/out-of-office", "").statusCode()).isEqualTo(303);
        assertThat(Gmails.last(emulator, ANA).header("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(http.post(arrived() + "/bounce", "").statusCode()).isEqualTo(303);
        assertThat(Gmails.last(emulator, ANA).header("X-Failed-Recipients")).isEqualTo(MARIA);
        assertThat(http.get("/m/" + MARIA).body()).doesNotContain("Hello Maria");
    }

    @Test
    void aNewMailIsWrittenAndSent() {
        var form = "to=" + ANA + "&subject=Gr%C3%BC%C3%9Fe&text=Hello";
        assertThat(http.get("/m/" + MARIA + "/compose").body()).contains("New mail");
        assertThat(http.post("/m/" + MARIA + "/compose", form).statusCode()).isEqualTo(303);
        assertThat(Gmails.last(emulator, ANA).header("Subject")).isEqualTo("Grüße");
        assertThat(http.post("/m/" + MARIA + "/compose", "to=nobody&subject=x&text=y")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPersonDeletesADraft() throws IOException {
        var made = gmail.drafts().create(ANA, draft(mail("Draft"))).execute();
        var page = "/m/" + ANA + "/" + made.getMessage().getId();
        assertThat(http.get(page).body()).contains("Delete draft");
        assertThat(http.post(page + "/delete", "").statusCode()).isEqualTo(303);
        assertThat(gmail.drafts().list(ANA).execute().getDrafts()).isNull();
    }

    @Test
    void aPageOfAnotherOriginChangesNothing() {
        var answer = http.post(arrived() + "/bounce", "", "Origin", "https://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(http.post(arrived() + "/reply", "text=x", "Origin", emulator.url())
                        .statusCode())
                .isEqualTo(303);
        assertThat(emulator.mails(ANA)).hasSize(2);
    }
}
