/** The doors of matching-service over HTTP. */
@NullMarked
package dev.usher.matching.web;

import org.jspecify.annotations.NullMarked;
