package dev.usher.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as a use case sees it: decoded, and seen for the first time.
 *
 * @param id header {@code message-id}; {@code topic-partition-offset} where a record from outside has none
 * @param value null for a tombstone: the thing named by the key is erased
 * @param at the record's own time, set by whoever wrote it or by the broker
 */
public record Received<T>(
        String id, String topic, String key, @Nullable T value, Instant at) {}
