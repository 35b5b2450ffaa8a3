/** The doors people and programs come in by: REST, the chat, the live stream; and the two services we call. */
@NullMarked
package dev.usher.invitation.web;

import org.jspecify.annotations.NullMarked;
