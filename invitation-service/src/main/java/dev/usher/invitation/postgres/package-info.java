/** Keeps invitations, projections and conversations in PostgreSQL. */
@NullMarked
package dev.usher.invitation.postgres;

import org.jspecify.annotations.NullMarked;
