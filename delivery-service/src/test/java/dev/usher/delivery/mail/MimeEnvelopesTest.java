package dev.usher.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.contracts.GuestLinks;
import dev.usher.delivery.Commission;
import dev.usher.delivery.Content;
import dev.usher.delivery.Envelopes.Earlier;
import dev.usher.delivery.Envelopes.Unsendable;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Kind;
import dev.usher.delivery.MailId;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeEnvelopesTest {

    private final MimeEnvelopes envelopes = new MimeEnvelopes(
            new PublicLinks(new GuestLinks(new byte[32]), URI.create("https://usher.example/")), Clock.systemUTC());

    private static Commission commission(String subject, String recipient, @Nullable String name) {
        Content content = new Content(
                recipient,
                name,
                "ana@usher.example",
                "Ana Köller",
                1,
                subject,
                "<p>Grüße, 北京 🎉</p>",
                "Grüße, 北京 🎉\nline two");
        return new Commission(
                new MailId("inv-1", Kind.INVITATION, 1),
                new Guest("event", "customer", "maria", recipient, name),
                3,
                "hash",
                content,
                List.of(),
                null,
                Instant.parse("2026-11-22T20:00:00Z"));
    }

    private MimeMessage sealed(Commission commission, @Nullable Earlier earlier) throws Exception {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(envelopes.seal(commission, earlier, null).raw());
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    @Test
    void theSameMailIsAlwaysTheSameBytes() {
        Commission commission = commission("Hello", "maria@dataflow.example", "Maria");
        assertThat(envelopes.seal(commission, null, null)).isEqualTo(envelopes.seal(commission, null, null));
    }

    @Test
    void wordsInAnyScriptArriveAsWritten() throws Exception {
        MimeMessage mail = sealed(commission("Grüße aus 北京 🎉", "maria@dataflow.example", "María Søndergård"), null);

        assertThat(mail.getSubject()).isEqualTo("Grüße aus 北京 🎉");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getFrom()[0].toString()).contains("ana@usher.example");
        assertThat(mail.getHeader("X-Invitation-Id")).containsExactly("inv-1");
        assertThat(mail.getHeader("List-Unsubscribe", null)).startsWith("<https://usher.example/u/");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getMessageID()).isNull();
    }

    @Test
    void aFollowUpContinuesTheThreadOnlyUnderTheSameSubject() throws Exception {
        Earlier earlier = new Earlier("thread-1", "<1@mail.gmail.com>", "Hello");

        assertThat(sealed(commission("Re: Hello", "maria@dataflow.example", null), earlier)
                        .getHeader("In-Reply-To"))
                .containsExactly("<1@mail.gmail.com>");
        assertThat(envelopes
                        .seal(commission("Other", "maria@dataflow.example", null), earlier, null)
                        .thread())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: all@example.com", "Hello\nX: y", "Hello\u0000", "Hello\u2028there"})
    void whatWouldBeginAnotherHeaderIsRefused(String subject) {
        assertThatThrownBy(() -> envelopes.seal(commission(subject, "maria@dataflow.example", null), null, null))
                .isInstanceOf(Unsendable.class);
        assertThatThrownBy(() -> envelopes.seal(commission("Hello", "maria@dataflow.example", subject), null, null))
                .isInstanceOf(Unsendable.class);
    }

    @Test
    void aMailboxThatCannotBeWrittenIsRefusedAndNotMadeAnother() {
        assertThatThrownBy(() -> envelopes.seal(commission("Hello", "jörg@x.example", null), null, null))
                .isInstanceOf(Unsendable.class);
    }

    @Test
    void aDomainInAnyScriptIsWrittenAsTheDnsHasIt() throws Exception {
        assertThat(sealed(commission("Hello", "maria@bücher.example", null), null)
                        .getAllRecipients()[0]
                        .toString())
                .isEqualTo("maria@xn--bcher-kva.example");
    }

    @Test
    void aHeaderThatIsNotAsciiIsRefused() {
        Earlier earlier = new Earlier("thread-1", "<grüße@mail.example>", "Hello");
        assertThatThrownBy(() -> envelopes.seal(commission("Hello", "maria@dataflow.example", null), earlier, null))
                .isInstanceOf(Unsendable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example, b@x.example",
                "a@x.example\r\nBcc: b@x.example",
                "",
                "nobody",
                "a@x.example b@x.example"
            })
    void onlyExactlyOneRecipientWillDo(String recipient) {
        assertThatThrownBy(() -> envelopes.seal(commission("Hello", recipient, null), null, null))
                .isInstanceOf(Unsendable.class);
    }
}
