package dev.usher.gmail;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Google's Java client, pointed at the emulator, and mails to send with it. */
final class Gmails {
    static final String ANA = "ana@usher.example";
    static final String MARIA = "maria@dataflow.example";

    private Gmails() {}

    static Gmail client(GmailEmulator emulator) {
        return new Gmail.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
                .setRootUrl(emulator.url() + "/")
                .setApplicationName("usher")
                .build();
    }

    static String mail(String subject, String... headers) {
        return "From: Ana Ruiz <ana@usher.example>\r\nTo: Maria Santos <maria@dataflow.example>\r\nSubject: " + subject
                + "\r\nMessage-ID: <ours@usher.example>\r\n" + String.join("", headers)
                + "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello Maria\r\n"
                + "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "<p>Hello M=C3=A1ria</p>\r\n"
                + "--b\r\nContent-Type: text/calendar; method=REQUEST; name=invite.ics\r\n\r\nBEGIN:VCALENDAR\r\n--b--\r\n";
    }

    static Message message(String rfc822) {
        return new Message().encodeRaw(rfc822.getBytes(StandardCharsets.UTF_8));
    }

    static Draft draft(String rfc822) {
        return new Draft().setMessage(message(rfc822));
    }

    /** Of Maria's message that came last. */
    static Mail last(GmailEmulator emulator, String user) {
        return emulator.mails(user).getLast();
    }

    static GoogleJsonResponseException refusal(ThrowingCallable call) {
        return Objects.requireNonNull(Assertions.catchThrowableOfType(GoogleJsonResponseException.class, call));
    }

    static String header(Message message, String name) throws IOException {
        return message.getPayload().getHeaders().stream()
                .filter(it -> it.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IOException("no header " + name))
                .getValue();
    }
}
