package dev.usher.messaging;

/** @param cause why they were parked */
public record Parked(String topic, String cause, long count) {}
