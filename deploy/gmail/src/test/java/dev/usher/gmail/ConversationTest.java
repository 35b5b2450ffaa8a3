package dev.usher.gmail;

import static dev.usher.gmail.Gmails.ANA;
import static dev.usher.gmail.Gmails.MARIA;
import static dev.usher.gmail.Gmails.header;
import static dev.usher.gmail.Gmails.mail;
import static dev.usher.gmail.Gmails.message;
import static dev.usher.gmail.Gmails.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Message;
import dev.usher.gmail.post.Bounce;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
    private final GmailEmulator emulator;
    private final Gmail.Users gmail;
    private final Message sent;

    ConversationTest(@TempDir Path dir) throws IOException {
        emulator = GmailEmulator.start(dir, 0);
        gmail = Gmails.client(emulator).users();
        var id = gmail.messages().send(ANA, message(mail("Summit"))).execute().getId();
        sent = gmail.messages().get(ANA, id).setFormat("metadata").execute();
    }

    @AfterEach
    void close() throws IOException {
        emulator.close();
    }

    private String arrived() {
        return Gmails.last(emulator, MARIA).message().id();
    }

    @Test
    void aReplyComesBackInTheThreadOfTheMailItAnswers() throws IOException {
        emulator.reply(MARIA, arrived(), "See you there. Grüße");

        var thread = gmail.threads().get(ANA, sent.getThreadId()).execute();
        assertThat(thread.getMessages()).hasSize(2);
        var reply = thread.getMessages().get(1);
        assertThat(reply.getLabelIds()).contains("INBOX");
        assertThat(header(reply, "From")).isEqualTo("Maria Santos <maria@dataflow.example>");
        assertThat(header(reply, "Subject")).isEqualTo("Re: Summit");
        assertThat(header(reply, "In-Reply-To")).isEqualTo(header(sent, "Message-ID"));
        assertThat(reply.getSnippet()).isEqualTo("See you there. Grüße");
        assertThat(gmail.threads()
                        .get(MARIA, Gmails.last(emulator, MARIA).message().threadId())
                        .execute()
                        .getMessages())
                .hasSize(2);
    }

    @Test
    void aFollowUpJoinsTheThreadWithTheRealMessageIdAndTheSameSubject() throws IOException {
        var references = "In-Reply-To: " + header(sent, "Message-ID") + "\r\n";
        var joined = message(mail("Re: Summit", references)).setThreadId(sent.getThreadId());
        assertThat(gmail.messages().send(ANA, joined).execute().getThreadId()).isEqualTo(sent.getThreadId());

        var otherSubject = message(mail("News", references)).setThreadId(sent.getThreadId());
        assertThat(gmail.messages().send(ANA, otherSubject).execute().getThreadId())
                .isNotEqualTo(sent.getThreadId());
        var noReference = message(mail("Summit")).setThreadId(sent.getThreadId());
        assertThat(gmail.messages().send(ANA, noReference).execute().getThreadId())
                .isNotEqualTo(sent.getThreadId());
        var noSuchThread = message(mail("Summit")).setThreadId("1900000000000000");
        assertThat(refusal(() -> gmail.messages().send(ANA, noSuchThread).execute())
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void aBounceIsADeliveryReportThatAMailLibraryReads() throws Exception {
        emulator.bounce(MARIA, arrived(), Bounce.HARD);

        var thread = gmail.threads().get(ANA, sent.getThreadId()).execute();
        var report = thread.getMessages().get(1);
        assertThat(header(report, "From")).contains("mailer-daemon@googlemail.com");
        assertThat(header(report, "X-Failed-Recipients")).isEqualTo(MARIA);
        assertThat(header(report, "Content-Type")).contains("multipart/report").contains("delivery-status");

        var raw = gmail.messages()
                .get(ANA, report.getId())
                .setFormat("raw")
                .execute()
                .decodeRaw();
        var mime = new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        var parts = (MimeMultipart) mime.getContent();
        var status = new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(status).contains("Final-Recipient: rfc822; " + MARIA, "Action: failed", "Status: 5.1.1");
        var original = (MimeMessage) parts.getBodyPart(2).getContent();
        assertThat(original.getMessageID()).isEqualTo(header(sent, "Message-ID"));
        assertThat(Gmails.last(emulator, MARIA).has("INBOX")).isFalse();
    }

    @Test
    void aDelayIsReportedAsSuchAndTheMailStays() {
        var report = emulator.bounce(MARIA, arrived(), Bounce.SOFT);
        assertThat(new String(report.letter().bytes(), StandardCharsets.UTF_8))
                .contains("Action: delayed", "Status: 4.2.2");
        assertThat(Gmails.last(emulator, MARIA).has("INBOX")).isTrue();
    }

    @Test
    void anAbsenceNoteSaysThatNobodyWroteIt() {
        emulator.outOfOffice(MARIA, arrived());
        var note = Gmails.last(emulator, ANA);
        assertThat(note.header("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(note.header("Subject")).isEqualTo("Automatic reply: Summit");
        assertThat(note.header("In-Reply-To")).endsWith("@mail.gmail.com>");
    }
}
