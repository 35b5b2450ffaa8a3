package dev.usher.testkit.houses.leaky.kafka;

/** Used by a rim that should not know it. */
public record Listener() {}
