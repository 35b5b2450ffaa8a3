/** Tests. */
@NullMarked
package dev.usher.matching.web;

import org.jspecify.annotations.NullMarked;
