package dev.usher.invitation;

/**
 * Delivery was asked to give an approved mail back, and has not answered.
 *
 * @param rewrite whether a new draft takes its place once it is back; otherwise the invitation ends
 */
public record Recall(String who, String why, boolean rewrite) {}
