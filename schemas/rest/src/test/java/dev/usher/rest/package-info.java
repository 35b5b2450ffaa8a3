/** A small service with the house's manners, called over a real port. */
@NullMarked
package dev.usher.rest;

import org.jspecify.annotations.NullMarked;
