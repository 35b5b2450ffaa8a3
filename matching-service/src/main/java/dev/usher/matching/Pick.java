package dev.usher.matching;

import org.jspecify.annotations.Nullable;

/**
 * A session picked for a customer.
 *
 * @param score 0..1, relevance to this customer
 * @param because why, in words
 * @param matches the challenge or interest it answers, to the letter; null = none
 */
public record Pick(
        String id,
        String title,
        double score,
        String because,
        @Nullable String matches) {}
