package dev.usher.delivery;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Work that is looked for now and then. */
interface Chore {

    /** Pause between looks when there was nothing; zero = never. */
    Duration every();

    /** Does some of what is due and answers how much; zero = nothing was. */
    Mono<Integer> run();
}
