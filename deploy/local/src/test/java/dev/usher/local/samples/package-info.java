@NullMarked
package dev.usher.local.samples;

import org.jspecify.annotations.NullMarked;
