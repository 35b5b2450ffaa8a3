package dev.usher.catalog.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.usher.catalog.Details;
import dev.usher.catalog.Event;
import dev.usher.catalog.EventStatus;
import dev.usher.catalog.Events.Listed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as a list tells it: its sessions counted, since a page of large agendas would have no bounds. */
record EventLine(
        String id,
        int version,
        EventStatus status,
        @JsonUnwrapped @JsonIgnoreProperties("sessions") Details details,
        int sessionCount,
        @Nullable String why,
        Instant changedAt) {

    static EventLine of(Listed listed) {
        Event event = listed.event();
        return new EventLine(
                event.id(),
                event.version(),
                event.status(),
                event.details(),
                listed.sessionCount(),
                event.why(),
                event.changedAt());
    }
}
