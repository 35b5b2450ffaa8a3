/** The sample data: a conference, other events, customers and who came to what, with dates relative to today. */
@NullMarked
package dev.usher.local.samples;

import org.jspecify.annotations.NullMarked;
