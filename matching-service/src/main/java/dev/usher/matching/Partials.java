package dev.usher.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answers that the merger has so far: one for each question and partition, the latest. */
public interface Partials {

    Optional<Partial> find(String question, int partition);

    void put(Partial partial);

    List<Partial> of(String question);

    void forgetOlderThan(Instant time);
}
