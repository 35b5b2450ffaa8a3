package dev.usher.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events one partition knows. */
public interface Events {

    Optional<Event> find(String eventId);

    void put(Event event);

    /** Neither cancelled nor over. */
    List<Event> upcoming(Instant now);

    /** Forgets events that ended before this time, and says which. */
    List<Event> forgetEndedBefore(Instant time);
}
