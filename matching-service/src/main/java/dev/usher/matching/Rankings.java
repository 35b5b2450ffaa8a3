package dev.usher.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Explained rankings as they can be asked for. */
public interface Rankings {

    /** Doing so again changes nothing; a page of an older version than the known one neither. */
    Mono<Void> save(Page page);

    /**
     * What could not be answered, once every partition has spoken to this version; empty until then.
     *
     * @param version at least
     */
    Mono<List<String>> complete(String list, int version);

    /** As if nobody had ever spoken. */
    Mono<Void> forget(String list);

    /** Best first, of customers that exist. @param after the line after which to go on; null = from the best */
    Flux<Relevant> best(String list, double minScore, @Nullable Place after, int limit);

    /** Where a line stands in its list. */
    record Place(double score, String customerId) {}
}
