/** Usher as a user meets it: started by its own command, spoken to over its public API, watched from outside. */
@NullMarked
package dev.usher.journeys;

import org.jspecify.annotations.NullMarked;
