package dev.usher.testkit.houses.crooked.round;

import dev.usher.testkit.houses.crooked.ring.Ring;

/** Half of a cycle. */
public class Round {
    /** The other half. */
    public Class<?> ring = Ring.class;
}
