/**
 * Who should hear about an event, and why.
 *
 * <p>Here are the words of matching (customer, event, match), what a partition does with what it hears ({@link
 * dev.usher.matching.Announcing}, {@link dev.usher.matching.Answering}, {@link dev.usher.matching.Noticing}) and the
 * faces of what it needs. Nothing here knows of Kafka, of HTTP or of a database; those stand in the packages below.
 */
@NullMarked
package dev.usher.matching;

import org.jspecify.annotations.NullMarked;
