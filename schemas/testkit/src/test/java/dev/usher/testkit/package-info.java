/** The test kit tested: a kit that cannot fail proves nothing. */
@NullMarked
package dev.usher.testkit;

import org.jspecify.annotations.NullMarked;
