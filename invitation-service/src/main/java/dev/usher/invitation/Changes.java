package dev.usher.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that happens to invitations, as it happens. */
public interface Changes {

    /**
     * One thing that happened.
     *
     * @param place where the stream stands after it: told to {@link #since}, it goes on from there, at any replica
     * @param status the state or seat that was reported
     * @param revision 0 = not told
     */
    record Told(
            String place,
            String id,
            String eventId,
            String customerId,
            @Nullable String csmId,
            String kind,
            int number,
            String status,
            int revision,
            @Nullable String why,
            Instant at,
            String topic) {}

    /** Where the stream stands now, as soon as that is known: a moment after the service started, later without Kafka. */
    Mono<String> here();

    /**
     * All that happened after {@code place}, and then what happens; ends only with the service.
     *
     * @param place null = from now on; one that no stream of ours told is an IllegalArgumentException
     */
    Flux<Told> since(@Nullable String place);
}
