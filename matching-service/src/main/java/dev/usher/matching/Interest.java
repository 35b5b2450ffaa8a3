package dev.usher.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interest a customer has shown.
 *
 * @param id message id; the same interest is never noted twice
 * @param topics empty = they are to be found in the note
 * @param note what was written; evidence quotes it
 */
public record Interest(
        String id,
        List<String> topics,
        @Nullable String source,
        @Nullable String note,
        Instant at) {}
