package dev.usher.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invitation's history.
 *
 * @param who a person's id, or the service whose word it was
 * @param what a state's name, or what else happened, in capitals
 */
public record Step(
        Instant at, String who, String what, @Nullable String why) {}
