package dev.usher.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came before its event or its customer did, held for a while. */
public interface Held {

    /**
     * One thing that waits.
     *
     * @param request null if an interest waits
     * @param interest null if a request waits
     * @param since when it was first heard, by the wall's clock
     */
    record Waiting(
            String id,
            String customerId,
            @Nullable Request request,
            @Nullable Interest interest,
            Instant since) {

        static Waiting of(Request request, Instant since) {
            return new Waiting(request.id(), request.customerId(), request, null, since);
        }

        static Waiting of(String customerId, Interest interest, Instant since) {
            return new Waiting(interest.id(), customerId, null, interest, since);
        }
    }

    /** What is held already keeps its time. */
    void keep(Waiting waiting);

    List<Waiting> all();

    void release(Waiting waiting);
}
