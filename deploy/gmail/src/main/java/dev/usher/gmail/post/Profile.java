package dev.usher.gmail.post;

/** The figures of a mailbox. */
public record Profile(String user, int messages, int threads, long historyId) {}
