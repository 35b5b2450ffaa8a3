/** What can be told of messaging without a server, and what needs its insides. */
@NullMarked
package dev.usher.messaging;

import org.jspecify.annotations.NullMarked;
