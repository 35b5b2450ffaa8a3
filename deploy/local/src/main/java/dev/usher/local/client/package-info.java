/** The person at the terminal: what she reads, and how she talks to Usher over its public API. */
@NullMarked
package dev.usher.local.client;

import org.jspecify.annotations.NullMarked;
