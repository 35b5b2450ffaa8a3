/** The door for announcements that come through Kafka, and the records by which everyone hears of an event. */
@NullMarked
package dev.usher.catalog.kafka;

import org.jspecify.annotations.NullMarked;
