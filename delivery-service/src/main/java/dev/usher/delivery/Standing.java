package dev.usher.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What is known at the moment of sending.
 *
 * @param optedOut the contact said never to write, at her customer
 * @param unsubscribed the address left by our own page
 * @param cancelled the event is cancelled
 * @param over the event's end is past
 * @param seat what the guest answered; null = nothing yet
 */
public record Standing(
        boolean optedOut,
        boolean unsubscribed,
        boolean cancelled,
        boolean over,
        @Nullable RegistrationStatus seat) {}
