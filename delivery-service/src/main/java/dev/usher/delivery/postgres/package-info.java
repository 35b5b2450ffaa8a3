/** The rows: what was decided is here before anyone hears of it. */
@NullMarked
package dev.usher.delivery.postgres;

import org.jspecify.annotations.NullMarked;
