package dev.usher.testkit;

/**
 * A message of a {@link Guarantees} run.
 *
 * @param id its message id; unique over all runs
 * @param key its record key; unique to the run
 * @param number its place among all messages of the run, from 0; per key they are sent in this order
 */
public record Numbered(String id, String key, int number) {}
