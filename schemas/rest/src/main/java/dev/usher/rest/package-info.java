/** How every service answers over HTTP: problems that name the field, lists with a cursor, limits on what comes in. */
@NullMarked
package dev.usher.rest;

import org.jspecify.annotations.NullMarked;
