/** Delivery: sends each approved mail once, and keeps what came of it: seats, reminders, silence, history. */
@NullMarked
package dev.usher.delivery;

import org.jspecify.annotations.NullMarked;
