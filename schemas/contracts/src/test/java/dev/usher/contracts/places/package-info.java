/** Spellings of places, as people type them. */
@NullMarked
package dev.usher.contracts.places;

import org.jspecify.annotations.NullMarked;
