/** Tests. */
@NullMarked
package dev.usher.matching.scoring;

import org.jspecify.annotations.NullMarked;
