/** The conversation with a CSM: what she types becomes a typed command, never a guess. */
@NullMarked
package dev.usher.invitation.chat;

import org.jspecify.annotations.NullMarked;
