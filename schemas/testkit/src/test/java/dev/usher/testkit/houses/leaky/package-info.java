/** Its top knows what only the rim should. */
@NullMarked
package dev.usher.testkit.houses.leaky;

import org.jspecify.annotations.NullMarked;
