package dev.usher.delivery.mail;

import com.sanctionco.jmail.JMail;
import dev.usher.delivery.Envelopes.Unsendable;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes addresses into headers: exactly one each, or none of the mail goes out. */
final class Addresses {

    private Addresses() {}

    /** @throws Unsendable where it is not exactly one mailbox */
    static String one(String address, @Nullable String name, String what) {
        String written = ascii(address, what);
        if (!JMail.strictValidator().isValid(written)) {
            throw new Unsendable("the " + what + " is not one valid address");
        }
        try {
            return new InternetAddress(written, Lines.safe(name, what), StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8 is always there", impossible);
        }
    }

    /** The address with its domain as the DNS has it (RFC 5891). Before the @ no other letters can stand in for hers. */
    private static String ascii(String address, String what) {
        int at = address.lastIndexOf('@');
        String box = address.substring(0, at + 1);
        String domain = address.substring(at + 1);
        if (!isAscii(box)) {
            throw new Unsendable("the " + what + " has letters before the @ that mail cannot carry");
        }
        return isAscii(domain) ? address : box + punycode(domain, what);
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static String punycode(String domain, String what) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException no) {
            throw new Unsendable("the " + what + " is not one valid address");
        }
    }
}
