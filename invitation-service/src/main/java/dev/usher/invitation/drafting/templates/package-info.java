/** What jte makes of the templates in {@code src/main/jte}. */
@NullMarked
package dev.usher.invitation.drafting.templates;

import org.jspecify.annotations.NullMarked;
