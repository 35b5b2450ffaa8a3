package dev.usher.gmail;

import static dev.usher.gmail.Gmails.ANA;
import static dev.usher.gmail.Gmails.MARIA;
import static dev.usher.gmail.Gmails.draft;
import static dev.usher.gmail.Gmails.header;
import static dev.usher.gmail.Gmails.mail;
import static dev.usher.gmail.Gmails.message;
import static dev.usher.gmail.Gmails.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.ModifyMessageRequest;
import com.google.api.services.gmail.model.WatchRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleClientTest {
    private final GmailEmulator emulator;
    private final Gmail.Users gmail;

    GoogleClientTest(@TempDir Path dir) throws IOException {
        emulator = GmailEmulator.start(dir, 0);
        gmail = Gmails.client(emulator).users();
    }

    @AfterEach
    void close() throws IOException {
        emulator.close();
    }

    @Test
    void aDraftIsListedReadChangedAndDeleted() throws IOException {
        var made = gmail.drafts().create(ANA, draft(mail("One"))).execute();
        assertThat(made.getMessage().getLabelIds()).containsExactly("DRAFT");
        assertThat(gmail.drafts().list(ANA).execute().getDrafts())
                .extracting(Draft::getId)
                .containsExactly(made.getId());

        var changed =
                gmail.drafts().update(ANA, made.getId(), draft(mail("Two"))).execute();
        assertThat(changed.getId()).isEqualTo(made.getId());
        assertThat(changed.getMessage().getId()).isNotEqualTo(made.getMessage().getId());
        assertThat(changed.getMessage().getThreadId())
                .isEqualTo(made.getMessage().getThreadId());
        var read = gmail.drafts().get(ANA, made.getId()).execute();
        assertThat(header(read.getMessage(), "Subject")).isEqualTo("Two");

        gmail.drafts().delete(ANA, made.getId()).execute();
        assertThat(refusal(() -> gmail.drafts().get(ANA, made.getId()).execute())
                        .getStatusCode())
                .isEqualTo(404);
        assertThat(gmail.drafts().list(ANA).execute().getDrafts()).isNull();
    }

    @Test
    void sendingConsumesTheDraftAndGivesTheMailGmailsOwnMessageId() throws IOException {
        var made = gmail.drafts()
                .create(ANA, draft(mail("Summit", "X-Invitation-Id: inv-1\r\n")))
                .execute();
        var sent = gmail.drafts().send(ANA, new Draft().setId(made.getId())).execute();

        assertThat(sent.getId()).isNotEqualTo(made.getMessage().getId());
        assertThat(sent.getThreadId()).isEqualTo(made.getMessage().getThreadId());
        assertThat(sent.getLabelIds()).containsExactly("SENT");
        var read = gmail.messages().get(ANA, sent.getId()).setFormat("metadata").execute();
        assertThat(header(read, "Message-ID"))
                .isNotEqualTo("<ours@usher.example>")
                .endsWith("@mail.gmail.com>");
        assertThat(header(read, "X-Invitation-Id")).isEqualTo("inv-1");
        assertThat(refusal(() -> gmail.drafts().get(ANA, made.getId()).execute())
                        .getStatusCode())
                .isEqualTo(404);
        assertThat(refusal(() -> gmail.messages()
                                .get(ANA, made.getMessage().getId())
                                .execute())
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsSentWithTheCallReplacesWhatAPersonEditedIntoTheDraft() throws IOException {
        var made = gmail.drafts().create(ANA, draft(mail("Approved"))).execute();
        gmail.drafts().update(ANA, made.getId(), draft(mail("Edited by hand"))).execute();
        gmail.drafts().send(ANA, draft(mail("Approved")).setId(made.getId())).execute();

        assertThat(Gmails.last(emulator, MARIA).header("Subject")).isEqualTo("Approved");
    }

    @Test
    void ofTwentyWhoSendTheSameDraftExactlyOneDoes() throws Exception {
        var made = gmail.drafts().create(ANA, draft(mail("Once"))).execute();
        Callable<Boolean> send = () -> {
            try {
                gmail.drafts()
                        .send(ANA, draft(mail("Once")).setId(made.getId()))
                        .execute();
                return true;
            } catch (IOException e) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> send).toList());
            assertThat(sent).filteredOn(it -> it.resultNow()).hasSize(1);
        }
        assertThat(emulator.mails(MARIA)).hasSize(1);
    }

    @Test
    void theRecipientReadsItInAMailboxOfHerOwn() throws IOException {
        gmail.messages().send(ANA, message(mail("Summit"))).execute();

        var inbox = gmail.messages()
                .list(MARIA)
                .setLabelIds(List.of("INBOX", "UNREAD"))
                .execute();
        var read = gmail.messages()
                .get(MARIA, inbox.getMessages().getFirst().getId())
                .execute();
        assertThat(header(read, "From")).isEqualTo("Ana Ruiz <ana@usher.example>");
        assertThat(read.getSnippet()).isEqualTo("Hello Maria");
        assertThat(read.getPayload().getMimeType()).isEqualTo("multipart/alternative");
        var html = read.getPayload().getParts().get(1).getBody().decodeData();
        assertThat(new String(html, StandardCharsets.UTF_8)).isEqualTo("<p>Hello Mária</p>");
    }

    @Test
    void anAttachmentIsFetchedByItsId() throws IOException {
        var sent = gmail.messages().send(ANA, message(mail("Calendar"))).execute();
        var part = gmail.messages()
                .get(ANA, sent.getId())
                .execute()
                .getPayload()
                .getParts()
                .get(2);
        assertThat(part.getFilename()).isEqualTo("invite.ics");

        var body = gmail.messages()
                .attachments()
                .get(ANA, sent.getId(), part.getBody().getAttachmentId())
                .execute();
        assertThat(new String(body.decodeData(), StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR");
    }

    @Test
    void aMailToOneselfIsOneMessageThatIsBothSentAndReceived() throws IOException {
        var test = mail("Test").replace("Maria Santos <maria@dataflow.example>", ANA);
        assertThat(gmail.messages().send(ANA, message(test)).execute().getLabelIds())
                .contains("SENT", "INBOX", "UNREAD");
        assertThat(emulator.mails(ANA)).hasSize(1);
    }

    @Test
    void everyFormatShowsAsMuchAsItSays() throws IOException {
        var id = gmail.messages().send(ANA, message(mail("Formats"))).execute().getId();

        var raw = gmail.messages().get(ANA, id).setFormat("raw").execute();
        assertThat(new String(raw.decodeRaw(), StandardCharsets.UTF_8))
                .contains("Subject: Formats")
                .contains("M=C3=A1ria");
        assertThat(raw.getPayload()).isNull();
        var minimal = gmail.messages().get(ANA, id).setFormat("minimal").execute();
        assertThat(minimal.getPayload()).isNull();
        assertThat(minimal.getInternalDate()).isPositive();
        var metadata = gmail.messages().get(ANA, id).setFormat("metadata").setMetadataHeaders(List.of("subject"));
        assertThat(metadata.execute().getPayload().getHeaders()).hasSize(1);
    }

    @Test
    void historyTellsWhatCameWentAndWasRelabelledSinceAnId() throws IOException {
        var before = gmail.getProfile(ANA).execute().getHistoryId();
        var made = gmail.drafts().create(ANA, draft(mail("History"))).execute();
        var sent = gmail.drafts().send(ANA, new Draft().setId(made.getId())).execute();
        gmail.messages()
                .modify(ANA, sent.getId(), new ModifyMessageRequest().setAddLabelIds(List.of("STARRED")))
                .execute();

        var history = gmail.history().list(ANA).setStartHistoryId(before).execute();
        assertThat(history.getHistory()).hasSize(4);
        assertThat(history.getHistory()
                        .get(1)
                        .getMessagesDeleted()
                        .getFirst()
                        .getMessage()
                        .getId())
                .isEqualTo(made.getMessage().getId());
        assertThat(history.getHistory()
                        .get(2)
                        .getMessagesAdded()
                        .getFirst()
                        .getMessage()
                        .getLabelIds())
                .containsExactly("SENT");
        assertThat(history.getHistory().get(3).getLabelsAdded().getFirst().getLabelIds())
                .containsExactly("STARRED");
        assertThat(history.getHistoryId()).isEqualTo(history.getHistory().get(3).getId());
        var rest = gmail.history()
                .list(ANA)
                .setStartHistoryId(history.getHistoryId())
                .execute();
        assertThat(rest.getHistory()).isNull();
    }

    @Test
    void historyComesInPagesAndByType() throws IOException {
        var before = gmail.getProfile(ANA).execute().getHistoryId();
        for (int i = 0; i < 5; i++) {
            gmail.messages().send(ANA, message(mail("Page " + i))).execute();
        }
        var list = gmail.history().list(ANA).setStartHistoryId(before).setHistoryTypes(List.of("messageAdded"));
        var first = list.setMaxResults(3L).execute();
        assertThat(first.getHistory()).hasSize(3);
        assertThat(list.setPageToken(first.getNextPageToken()).execute().getHistory())
                .hasSize(2);
    }

    @Test
    void anExpiredHistoryIdIsNotFound() throws IOException {
        gmail.messages().send(ANA, message(mail("Old"))).execute();
        var tooOld = refusal(() ->
                gmail.history().list(ANA).setStartHistoryId(BigInteger.ONE).execute());
        assertThat(tooOld.getStatusCode()).isEqualTo(404);
        assertThat(tooOld.getDetails().getErrors().getFirst().getReason()).isEqualTo("notFound");
    }

    @Test
    void theBoundaryOfAPageOfMessagesIsHeldByItsToken() throws IOException {
        for (int i = 0; i < 5; i++) {
            gmail.messages().send(ANA, message(mail("Mail " + i))).execute();
        }
        var first = gmail.messages().list(ANA).setMaxResults(2L).execute();
        var second = gmail.messages()
                .list(ANA)
                .setMaxResults(2L)
                .setPageToken(first.getNextPageToken())
                .execute();
        assertThat(first.getMessages()).hasSize(2).doesNotContainAnyElementsOf(second.getMessages());
        assertThat(gmail.messages()
                        .list(ANA)
                        .setQ("subject:4 in:sent")
                        .execute()
                        .getMessages())
                .hasSize(1);
    }

    @Test
    void meIsWhomTheTokenNames() throws IOException {
        var me = gmail.getProfile("me");
        me.getRequestHeaders().setAuthorization("Bearer " + ANA);
        assertThat(me.execute().getEmailAddress()).isEqualTo(ANA);
        assertThat(refusal(() -> gmail.getProfile("me").execute()).getStatusCode())
                .isEqualTo(401);
        var foreign = gmail.getProfile(MARIA);
        foreign.getRequestHeaders().setAuthorization("Bearer " + ANA);
        assertThat(refusal(foreign::execute).getStatusCode()).isEqualTo(403);
    }

    @Test
    void watchAndLabelsAnswerAsGmailDoes() throws IOException {
        var watch = gmail.watch(ANA, new WatchRequest().setTopicName("projects/p/topics/t"))
                .execute();
        assertThat(watch.getHistoryId())
                .isEqualTo(gmail.getProfile(ANA).execute().getHistoryId());
        assertThat(watch.getExpiration()).isGreaterThan(System.currentTimeMillis());
        assertThat(gmail.labels().list(ANA).execute().getLabels())
                .extracting(it -> it.getId())
                .contains("INBOX", "SENT");
        gmail.stop(ANA).execute();
    }

    @Test
    void aMailMayBeUploadedAsItsBytes() throws IOException {
        var bytes = new ByteArrayContent("message/rfc822", mail("Uploaded").getBytes(StandardCharsets.UTF_8));
        var upload = gmail.drafts().create(ANA, new Draft().setMessage(new Message()), bytes);
        upload.getMediaHttpUploader().setDirectUploadEnabled(true);
        var made = upload.execute();
        assertThat(header(gmail.drafts().get(ANA, made.getId()).execute().getMessage(), "Subject"))
                .isEqualTo("Uploaded");
    }

    @Test
    void whatCannotBeSentIsRefusedWithGooglesErrorJson() {
        var nobody = refusal(() ->
                gmail.messages().send(ANA, message("Subject: x\r\n\r\nhello")).execute());
        assertThat(nobody.getStatusCode()).isEqualTo(400);
        assertThat(nobody.getDetails().getMessage()).isEqualTo("Recipient address required");
        assertThat(nobody.getDetails().getErrors().getFirst().getReason()).isEqualTo("invalidArgument");

        var wrong = refusal(() ->
                gmail.messages().send(ANA, message("To: a@b@c\r\n\r\nhello")).execute());
        assertThat(wrong.getDetails().getMessage()).isEqualTo("Invalid To header");
        var empty = refusal(() -> gmail.drafts().create(ANA, new Draft()).execute());
        assertThat(empty.getStatusCode()).isEqualTo(400);
        var nothing = refusal(() -> gmail.drafts().send(ANA, new Draft()).execute());
        assertThat(nothing.getStatusCode()).isEqualTo(400);
        assertThat(refusal(() -> gmail.drafts()
                                .send(ANA, new Draft().setId("r1"))
                                .execute())
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void aForeignSenderIsReplacedByTheMailboxsOwner() throws IOException {
        gmail.messages()
                .send(ANA, message(mail("From").replace("<ana@usher.example>", "<ceo@usher.example>")))
                .execute();
        assertThat(Gmails.last(emulator, MARIA).header("From")).isEqualTo("Ana Ruiz <ana@usher.example>");
    }

    @Test
    void blindCopiesArriveAndAreNotSeen() throws IOException {
        gmail.messages()
                .send(ANA, message(mail("Blind", "Bcc: ben@usher.example\r\n")))
                .execute();
        assertThat(Gmails.last(emulator, "ben@usher.example").header("Subject")).isEqualTo("Blind");
        assertThat(Gmails.last(emulator, MARIA).header("Bcc")).isEmpty();
    }
}
