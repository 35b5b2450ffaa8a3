/** A rim. */
@NullMarked
package dev.usher.testkit.houses.leaky.web;

import org.jspecify.annotations.NullMarked;
