package dev.usher.invitation;

import org.jspecify.annotations.Nullable;

/**
 * What there can be only one living invitation for.
 *
 * @param contactId unique within the customer; null where nobody could be chosen
 * @param number 1 for the first of its kind, then 2, 3
 */
public record Occasion(
        String eventId, String customerId, @Nullable String contactId, MailKind kind, int number) {

    /** The same, for this contact. */
    Occasion with(@Nullable String contact) {
        return new Occasion(eventId, customerId, contact, kind, number);
    }
}
