/** What can be told of messaging without a server. */
@NullMarked
package dev.usher.messaging;

import org.jspecify.annotations.NullMarked;
