package dev.usher.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All invitations, with their history. Every call joins the caller's transaction. */
public interface Invitations {

    /** Keeps a new one and its first step; false = a living one for the same occasion was there first. */
    Mono<Boolean> add(Invitation invitation, Step step);

    /** Keeps its new state and how it came to it. */
    Mono<Void> save(Invitation invitation, Step step);

    /** The one of that id; empty = there is none. */
    Mono<Invitation> find(String id);

    /** Those of these ids that there are. */
    Flux<Invitation> among(Collection<String> ids);

    /** As {@link #find}, locked until the caller's transaction ends. */
    Mono<Invitation> lock(String id);

    /** All of that customer and event, of whatever kind, newest first. */
    Mono<List<Invitation>> about(String eventId, String customerId);

    /** How many the announcement of an event brought about for a CSM; null = for customers without one. */
    Mono<Integer> announced(String eventId, @Nullable String csmId);

    /** Ids of those whose event was over by {@code now} while nobody approved them; at most {@code limit}. */
    Flux<String> lapsed(Instant now, int limit);

    /** What was done to one, oldest first. */
    Flux<Step> history(String id);

    /** As {@link #history}, of several at once; absent = nothing. */
    Mono<Map<String, List<Step>>> histories(Collection<String> ids);

    /** A page, newest first. */
    Mono<Page> page(Query query);

    /** How many there are of a customer's. */
    Mono<Integer> howMany(String customerId);

    /** Mails sent to each of these addresses (lower case) since then; absent = none. */
    Mono<Map<String, Integer>> sentSince(Collection<String> addresses, Instant since);

    /** Takes the person out of what is kept of a customer's invitations: names, addresses, mails. */
    Mono<Void> erase(String customerId);

    /** Which to list; null = any. {@code before} is the place a former page ended at. */
    record Query(
            List<Status> statuses,
            @Nullable String eventId,
            @Nullable String csmId,
            @Nullable String customerId,
            @Nullable Long before,
            int limit) {}

    /**
     * Part of a list.
     *
     * @param next where the next page begins; null = this was the last
     */
    record Page(List<Invitation> items, @Nullable Long next) {}
}
