/** Invitations on real servers, with matching and delivery played by the test. */
@NullMarked
package dev.usher.invitation;

import org.jspecify.annotations.NullMarked;
