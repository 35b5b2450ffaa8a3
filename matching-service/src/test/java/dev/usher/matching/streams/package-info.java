/** Tests. */
@NullMarked
package dev.usher.matching.streams;

import org.jspecify.annotations.NullMarked;
