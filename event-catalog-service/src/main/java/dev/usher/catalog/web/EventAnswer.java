package dev.usher.catalog.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.usher.catalog.Details;
import dev.usher.catalog.Event;
import dev.usher.catalog.EventStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as the API tells it: what is unknown is left out, an empty list stays. */
record EventAnswer(
        String id,
        int version,
        EventStatus status,
        @JsonUnwrapped Details details,
        @Nullable String why,
        Instant changedAt) {

    static EventAnswer of(Event event) {
        return new EventAnswer(
                event.id(), event.version(), event.status(), event.details(), event.why(), event.changedAt());
    }
}
