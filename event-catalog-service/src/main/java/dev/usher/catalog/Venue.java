package dev.usher.catalog;

import org.jspecify.annotations.Nullable;

/** Where people meet; every part may be unknown. */
public record Venue(
        @Nullable String name,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {

    static final Venue UNKNOWN = new Venue(null, null, null, null);
}
