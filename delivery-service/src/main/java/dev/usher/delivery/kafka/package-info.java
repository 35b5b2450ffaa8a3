/** The doors for records, and the records that go out. */
@NullMarked
package dev.usher.delivery.kafka;

import org.jspecify.annotations.NullMarked;
