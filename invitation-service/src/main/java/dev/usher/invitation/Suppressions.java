package dev.usher.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Addresses nobody may write to any more. */
public interface Suppressions {

    /** {@code why} completes a sentence that begins with the person's name, such as "unsubscribed". */
    Mono<Void> add(String address, String why, Instant at);

    /** Which of these addresses (lower case) are suppressed, and why. */
    Mono<Map<String, String>> among(Collection<String> addresses);
}
