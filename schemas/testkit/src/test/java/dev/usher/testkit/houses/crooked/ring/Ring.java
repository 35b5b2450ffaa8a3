package dev.usher.testkit.houses.crooked.ring;

import dev.usher.testkit.houses.crooked.round.Round;

/** Half of a cycle. */
public class Ring {
    /** The other half. */
    public Round round = new Round();
}
