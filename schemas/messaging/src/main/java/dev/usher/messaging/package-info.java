/** Rows at the boundary: how a service publishes and receives records without losing or doubling one. */
@NullMarked
package dev.usher.messaging;

import org.jspecify.annotations.NullMarked;
