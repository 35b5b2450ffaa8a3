package dev.usher.delivery.mail;

import dev.usher.delivery.Commission;
import dev.usher.delivery.Content;
import dev.usher.delivery.Envelopes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Mails as MIME (RFC 5322, 2046): text, HTML, and a calendar entry where there is one, the last part being the best. No
 * Message-ID is set: Gmail gives its own.
 */
@Component
class MimeEnvelopes implements Envelopes {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String REPLY = "(?i)^\\s*(re:\\s*)+";

    private final PublicLinks links;
    private final Clock clock;

    MimeEnvelopes(PublicLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Sealed seal(Commission commission, @Nullable Earlier earlier, @Nullable Calendar calendar) {
        Content content = commission.content();
        Earlier continued = earlier != null && sameSubject(earlier, content) ? earlier : null;
        Lines headers = head(content, content.subject(), commission.dueAt());
        if (continued != null) {
            headers.add("In-Reply-To", continued.messageId()).add("References", continued.messageId());
        }
        headers.add(
                        "List-Unsubscribe",
                        "<" + links.unsubscribe(commission.mail().invitationId(), commission.dueAt()) + ">")
                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .add(commission.mail().header(), commission.mail().mark());
        String seed = commission.mail().mark() + "/" + commission.revision();
        return new Sealed(message(headers, content, calendar, seed), continued == null ? null : continued.threadId());
    }

    /** Gmail threads only what bears the same subject. */
    private static boolean sameSubject(Earlier earlier, Content content) {
        return subject(earlier.subject()).equals(subject(content.subject()));
    }

    private static String subject(String subject) {
        return subject.replaceAll(REPLY, "").strip();
    }

    @Override
    public String sealTest(Content content) {
        return message(head(content, "[Test] " + content.subject(), clock.instant()), content, null, "test");
    }

    private static Lines head(Content content, String subject, Instant at) {
        return new Lines()
                .add("From", Addresses.one(content.sender(), content.senderName(), "sender"))
                .add("To", Addresses.one(content.recipient(), content.recipientName(), "recipient"))
                .addWords("Subject", subject)
                .add("Date", DATE.format(at))
                .add("MIME-Version", "1.0");
    }

    private static String message(Lines headers, Content content, @Nullable Calendar calendar, String seed) {
        Parts parts = new Parts(seed)
                .add("text/plain; charset=UTF-8", content.text())
                .add("text/html; charset=UTF-8", content.html());
        if (calendar != null) {
            parts.add("text/calendar; charset=UTF-8; method=" + calendar.method(), calendar.text());
        }
        String whole = headers.add("Content-Type", parts.type()) + "\r\n" + parts;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ascii(whole));
    }

    private static byte[] ascii(String whole) {
        try {
            ByteBuffer bytes = StandardCharsets.US_ASCII.newEncoder().encode(CharBuffer.wrap(whole));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException no) {
            throw new Unsendable("a header holds letters that mail cannot carry");
        }
    }
}
