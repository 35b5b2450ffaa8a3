package dev.usher.invitation;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Asks matching-service who would care about an event. */
public interface Matching {

    /** Ids of the customers that fit, best first. {@code criteria} as matching's audience call takes them. */
    Mono<List<String>> audience(String eventId, Map<String, Object> criteria);
}
