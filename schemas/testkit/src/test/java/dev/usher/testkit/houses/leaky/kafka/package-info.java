/** A rim. */
@NullMarked
package dev.usher.testkit.houses.leaky.kafka;

import org.jspecify.annotations.NullMarked;
