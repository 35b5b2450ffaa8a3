/** What readers of our records rely on, held to. */
@NullMarked
package dev.usher.contracts;

import org.jspecify.annotations.NullMarked;
