/** The servers are started, killed and started again for real. */
@NullMarked
package dev.usher.servers;

import org.jspecify.annotations.NullMarked;
