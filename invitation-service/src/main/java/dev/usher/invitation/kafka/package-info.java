/** Topics in and out: decodes records into our own words and encodes what we decided. */
@NullMarked
package dev.usher.invitation.kafka;

import org.jspecify.annotations.NullMarked;
