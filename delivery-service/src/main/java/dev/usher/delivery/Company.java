package dev.usher.delivery;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as delivery needs it.
 *
 * @param zone null = unknown
 * @param csm who looks after it; null = nobody yet
 */
public record Company(
        String id,
        int version,
        String name,
        @Nullable ZoneId zone,
        @Nullable Csm csm,
        List<Person> people) {

    /** Who writes to them. @param email her mailbox; null = she cannot send */
    public record Csm(
            String id, @Nullable String name, @Nullable String email) {}

    /** A contact. @param zone null = the company's */
    public record Person(
            String id, String name, String email, @Nullable ZoneId zone, boolean optedOut) {}
}
