package dev.usher.gmail.post;

/** A draft shows one message; an edit makes a new message under the same draft id. */
public record Draft(String id, Message message) {}
