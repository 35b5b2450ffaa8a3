/** The conversation of a customer success manager, played for real in the terminal. */
@NullMarked
package dev.usher.local.demo;

import org.jspecify.annotations.NullMarked;
