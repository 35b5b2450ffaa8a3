package dev.usher.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drafts that nobody may send. */
public interface Orphans {

    /** @param draftId null where the answer to its creation was lost: to be found by its header */
    Mono<Void> add(Delivery delivery, @Nullable String draftId, Instant now, Instant dueAt);

    Flux<Orphan> due(Instant now, int limit);

    /** False while the mail may still get a draft: then none of those found may be touched. */
    Mono<Boolean> settled(Orphan orphan);

    /** True where this draft can never become the mail's own. To be asked after the draft was found. */
    Mono<Boolean> stray(Orphan orphan, String draftId);

    Mono<Void> done(long id, Instant now);

    Mono<Void> later(long id, Instant dueAt);

    record Orphan(
            long id,
            long delivery,
            String mailbox,
            @Nullable String draftId,
            String header,
            String mark) {}
}
