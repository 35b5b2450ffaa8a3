/** A house in order. */
@NullMarked
package dev.usher.testkit.houses.sound;

import org.jspecify.annotations.NullMarked;
