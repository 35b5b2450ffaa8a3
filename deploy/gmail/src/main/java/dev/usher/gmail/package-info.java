/** A Gmail for one machine: Google's REST protocol over durable mailboxes, with faults on demand and a page to read mail. */
@NullMarked
package dev.usher.gmail;

import org.jspecify.annotations.NullMarked;
