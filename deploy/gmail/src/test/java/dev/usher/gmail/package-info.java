/** The emulator as its users meet it: through Google's own client, over HTTP, and after a kill. */
@NullMarked
package dev.usher.gmail;

import org.jspecify.annotations.NullMarked;
