package dev.usher.delivery;

/** A session that the mail recommends, and why. */
public record PickedSession(String id, String title, String because) {}
