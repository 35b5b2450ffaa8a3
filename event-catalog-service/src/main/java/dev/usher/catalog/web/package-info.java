/** The REST door: JSON in, the use case called, its outcome told as JSON or problem+json. */
@NullMarked
package dev.usher.catalog.web;

import org.jspecify.annotations.NullMarked;
