package dev.usher.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer as the book knows it; null and empty mean unknown, never "no".
 *
 * @param version 1 and up, +1 with every change
 * @param changedAt when this version was accepted
 */
public record Customer(
        String id,
        int version,
        String name,
        List<String> aliases,
        @Nullable String industry,
        @Nullable String size,
        @Nullable Place location,
        @Nullable String timeZone,
        @Nullable Csm csm,
        List<Contact> contacts,
        List<String> challenges,
        List<String> interests,
        @Nullable String notes,
        Instant changedAt) {

    /** The same customer under another version. */
    public Customer as(int newVersion, Instant at) {
        return new Customer(
                id,
                newVersion,
                name,
                aliases,
                industry,
                size,
                location,
                timeZone,
                csm,
                contacts,
                challenges,
                interests,
                notes,
                at);
    }

    /** True if both say the same, whatever their versions. */
    public boolean saysTheSameAs(Customer other) {
        return equals(other.as(version, changedAt));
    }

    /** The id of who looks after it, empty = nobody. */
    public String csmId() {
        return csm == null ? "" : csm.id();
    }
}
