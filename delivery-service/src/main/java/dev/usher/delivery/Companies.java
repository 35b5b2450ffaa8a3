package dev.usher.delivery;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The customers known here: a projection of the topic. */
public interface Companies {

    /** Keeps the newer version. */
    Mono<Void> put(Company company);

    /** Forgets it, but that it was erased: nobody is written to on its behalf unless it comes back. */
    Mono<Void> erase(String customerId, Instant now);

    Mono<Company> find(String customerId);

    /** The contact with this id, or with this address where the id is null. Empty = unknown. */
    Mono<Guest> guest(
            String eventId, @Nullable String customerId, @Nullable String contactId, @Nullable String address);

    /** Her zone, else her company's. Empty = unknown. */
    Mono<ZoneId> zoneOf(Guest guest);
}
