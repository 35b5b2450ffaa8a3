package dev.usher.matching;

import reactor.core.publisher.Mono;

/** Idempotency keys that were used: whoever repeats a call says the same again. */
public interface Keys {

    /** True if the key is new, or was used for the same. @param fingerprint of what is said under it */
    Mono<Boolean> use(String key, String fingerprint);
}
