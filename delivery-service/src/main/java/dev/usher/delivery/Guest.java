package dev.usher.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person at one event.
 *
 * @param contactId her id at the customer; null if unknown
 * @param address her e-mail address, as written
 * @param name her full name; null if unknown
 */
public record Guest(
        String eventId,
        String customerId,
        @Nullable String contactId,
        String address,
        @Nullable String name) {

    /** The address as the key of her seat and of her opt-out: without regard to case. */
    public String key() {
        return keyOf(address);
    }

    public static String keyOf(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
