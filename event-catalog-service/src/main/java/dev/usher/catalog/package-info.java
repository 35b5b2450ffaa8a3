/** The catalogue of events: what marketing announces, changes and cancels, and how every other service hears of it. */
@NullMarked
package dev.usher.catalog;

import org.jspecify.annotations.NullMarked;
