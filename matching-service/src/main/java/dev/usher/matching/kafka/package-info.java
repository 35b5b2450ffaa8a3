/** What matching writes to Kafka for its doors, and the listeners that keep its tables up to date. */
@NullMarked
package dev.usher.matching.kafka;

import org.jspecify.annotations.NullMarked;
