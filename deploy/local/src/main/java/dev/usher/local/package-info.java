/** The one-machine default: starts the real servers and the services, keeps them alive, and stops them. */
@NullMarked
package dev.usher.local;

import org.jspecify.annotations.NullMarked;
