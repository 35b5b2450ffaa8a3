package dev.usher.delivery.mail;

import com.sanctionco.jmail.JMail;
import dev.usher.delivery.Envelopes.Unsendable;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes addresses into headers: exactly one each, or none of the mail goes out. */
final class Addresses {

    private Addresses() {}

    /** @throws Unsendable where it is not exactly one mailbox */
    static String one(String address, @Nullable String name, String what) {
        if (!JMail.strictValidator().isValid(address)) {
            throw new Unsendable("the " + what + " is not one valid address");
        }
        try {
            return new InternetAddress(address, Lines.safe(name, what), StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8 is always there", impossible);
        }
    }
}
