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

    /** The first mail of this customer and event, to whomever. */
    static Occasion first(String eventId, String customerId) {
        return new Occasion(eventId, customerId, null, MailKind.INVITATION, 1);
    }

    /** Whether {@code other} is for this occasion; one that names no contact means any. */
    boolean covers(Occasion other) {
        return kind == other.kind && number == other.number && (contactId == null || contactId.equals(other.contactId));
    }

    /** The same, for this contact. */
    Occasion with(@Nullable String contact) {
        return new Occasion(eventId, customerId, contact, kind, number);
    }
}
