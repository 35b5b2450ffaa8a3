package dev.usher.gmail.post;

/** Where the bytes of a mail lie in the journal; several mailboxes may share one. */
public record Blob(long offset, int length) {}
