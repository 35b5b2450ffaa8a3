/**
 * The hall where every trigger meets: who may be invited, what was drafted, and what a person decided about it.
 *
 * <p>Decisions are pure ({@link dev.usher.invitation.Invitation}, {@link dev.usher.invitation.Policy}); use cases keep
 * them in one transaction; technology stands at the rim, in the packages below.
 */
@NullMarked
package dev.usher.invitation;

import org.jspecify.annotations.NullMarked;
