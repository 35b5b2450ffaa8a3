/** Benchmarks against a running Usher: each figure beside a floor that was measured in the same run. */
@NullMarked
package dev.usher.local.bench;

import org.jspecify.annotations.NullMarked;
