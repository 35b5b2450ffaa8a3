/** What two services must agree on to read each other's bytes: topics, records, the content hash, guest links. */
@NullMarked
package dev.usher.contracts;

import org.jspecify.annotations.NullMarked;
