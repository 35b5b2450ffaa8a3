/** A small service on real servers: what messaging promises is tried on it. */
@NullMarked
package dev.usher.messaging.trial;

import org.jspecify.annotations.NullMarked;
