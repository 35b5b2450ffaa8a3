package dev.usher.delivery;

/**
 * What is known at the moment of sending.
 *
 * @param optedOut the contact said never to write, at her customer
 * @param unsubscribed the address left by our own page
 * @param cancelled the event is cancelled
 * @param over the event's end is past
 */
public record Standing(boolean optedOut, boolean unsubscribed, boolean cancelled, boolean over) {}
