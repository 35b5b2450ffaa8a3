/** Writes mails from facts: words in Java, shape in jte templates, every sentence with the fact behind it. */
@NullMarked
package dev.usher.invitation.drafting;

import org.jspecify.annotations.NullMarked;
