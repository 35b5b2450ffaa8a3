/** Names of countries and regions: every service must take the same spellings for the same place. */
@NullMarked
package dev.usher.contracts.places;

import org.jspecify.annotations.NullMarked;
