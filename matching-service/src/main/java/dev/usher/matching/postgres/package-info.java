/** What matching-service can be asked, in tables. */
@NullMarked
package dev.usher.matching.postgres;

import org.jspecify.annotations.NullMarked;
