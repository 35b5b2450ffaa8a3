package dev.usher.invitation;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a customer, as the customer book last told it. */
public record Customer(
        String id,
        int version,
        String name,
        List<String> aliases,
        @Nullable String industry,
        @Nullable Location location,
        @Nullable ZoneId zone,
        @Nullable Csm csm,
        List<Contact> contacts,
        List<String> challenges,
        List<String> interests) {

    /** Every part may be unknown. */
    public record Location(
            @Nullable String city,
            @Nullable String region,
            @Nullable String country) {}

    /** Who looks after the customer; mail goes out in her name. */
    public record Csm(
            String id, @Nullable String name, @Nullable String email) {}

    /**
     * A person at the customer.
     *
     * @param role CHAMPION, DECISION_MAKER or USER; null = unknown
     */
    public record Contact(
            String id,
            String name,
            String email,
            @Nullable String title,
            @Nullable String role,
            @Nullable ZoneId zone,
            boolean optedOut) {}

    /** The contact of that id. */
    public Optional<Contact> contact(@Nullable String contactId) {
        return contacts.stream().filter(c -> c.id().equals(contactId)).findFirst();
    }

    /** Id of the CSM; null = nobody looks after it yet. */
    public @Nullable String csmId() {
        return csm == null ? null : csm.id();
    }

    /** The zone the contact lives in, if it is known. */
    public @Nullable ZoneId zoneOf(Contact contact) {
        return contact.zone() == null ? zone : contact.zone();
    }
}
