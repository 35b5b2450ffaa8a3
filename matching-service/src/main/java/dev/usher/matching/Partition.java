package dev.usher.matching;

/**
 * What one partition remembers: everything about its customers, and every event.
 *
 * @param number of this partition, 0 and up
 * @param of how many there are
 */
public record Partition(int number, int of, Book book, Events events, Held held, Offers offers, Stale stale) {}
