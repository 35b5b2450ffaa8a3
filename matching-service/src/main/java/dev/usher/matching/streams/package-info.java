/**
 * The Kafka Streams topology: where every partition hears of events and customers, and says what it makes of them.
 *
 * <p>{@link dev.usher.matching.streams.MatchingTopology} draws it; the processors decode, call and forward; what they call
 * stands at the top and knows nothing of Kafka.
 */
@NullMarked
package dev.usher.matching.streams;

import org.jspecify.annotations.NullMarked;
