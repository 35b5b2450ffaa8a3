/** What mails say. */
@NullMarked
package dev.usher.invitation.drafting;

import org.jspecify.annotations.NullMarked;
