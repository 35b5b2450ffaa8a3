package dev.usher.matching;

import org.jspecify.annotations.Nullable;

/**
 * Somewhere on earth, as far as it is known.
 *
 * @param region state or region, name or code; TX and Texas are the same place
 * @param country ISO 3166-1 alpha-2
 */
public record Place(
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {}
