package dev.usher.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who let these bytes go.
 *
 * @param sendAt not before this time; null = at once
 */
public record Approval(
        String who, Instant at, int revision, @Nullable Instant sendAt) {}
