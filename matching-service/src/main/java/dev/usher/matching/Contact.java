package dev.usher.matching;

import org.jspecify.annotations.Nullable;

/**
 * A person at a customer.
 *
 * @param id unique within the customer
 * @param timeZone IANA zone; null = the customer's
 * @param language BCP 47 tag; null = English
 * @param optedOut true: never write to this person
 */
public record Contact(
        String id,
        String name,
        String email,
        @Nullable String title,
        @Nullable Role role,
        @Nullable String timeZone,
        @Nullable String language,
        boolean optedOut) {

    /** What the person is to us. */
    public enum Role {
        CHAMPION,
        DECISION_MAKER,
        USER
    }
}
