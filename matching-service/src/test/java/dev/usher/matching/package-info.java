/** Tests of the decisions. */
@NullMarked
package dev.usher.matching;

import org.jspecify.annotations.NullMarked;
