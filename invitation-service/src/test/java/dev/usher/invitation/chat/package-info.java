/** What the chat understands. */
@NullMarked
package dev.usher.invitation.chat;

import org.jspecify.annotations.NullMarked;
