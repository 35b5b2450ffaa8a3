/** What a test of Usher stands on: real servers, sample records, a clock to set, and guarantees as objects. */
@NullMarked
package dev.usher.testkit;

import org.jspecify.annotations.NullMarked;
