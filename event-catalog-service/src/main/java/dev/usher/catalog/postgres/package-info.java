/** The tables in which events and given answers are kept. */
@NullMarked
package dev.usher.catalog.postgres;

import org.jspecify.annotations.NullMarked;
