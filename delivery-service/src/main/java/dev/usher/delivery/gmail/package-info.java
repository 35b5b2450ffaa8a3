/** Gmail's own client, each call bounded and never repeated by itself. */
@NullMarked
package dev.usher.delivery.gmail;

import org.jspecify.annotations.NullMarked;
