/** Between the records of the contract and our own words; the only place that knows both. */
@NullMarked
package dev.usher.matching.avro;

import org.jspecify.annotations.NullMarked;
