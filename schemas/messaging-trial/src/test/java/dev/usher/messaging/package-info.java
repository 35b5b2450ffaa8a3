/** What needs messaging's insides and a real server. */
@NullMarked
package dev.usher.messaging;

import org.jspecify.annotations.NullMarked;
