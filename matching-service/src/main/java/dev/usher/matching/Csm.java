package dev.usher.matching;

import org.jspecify.annotations.Nullable;

/** The customer success manager who looks after a customer; without {@code email} nothing can go out in her name. */
public record Csm(
        String id, @Nullable String name, @Nullable String email) {}
