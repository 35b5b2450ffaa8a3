package dev.usher.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came before its event or its customer did, held for a while. */
public interface Held {

    /**
     * One thing that waits.
     *
     * @param customerId empty if a question waits
     * @param request null if something else waits
     * @param interest null if something else waits
     * @param question null if something else waits
     * @param since when it was first heard, by the wall's clock
     */
    record Waiting(
            String id,
            String customerId,
            @Nullable Request request,
            @Nullable Interest interest,
            @Nullable Question question,
            Instant since) {

        static Waiting of(Request request, Instant since) {
            return new Waiting(request.id(), request.customerId(), request, null, null, since);
        }

        static Waiting of(String customerId, Interest interest, Instant since) {
            return new Waiting(interest.id(), customerId, null, interest, null, since);
        }

        static Waiting of(Question question, Instant since) {
            return new Waiting(question.id(), "", null, null, question, since);
        }

        boolean longerThan(Duration patience, Instant now) {
            return !since.plus(patience).isAfter(now);
        }
    }

    /** What is held already keeps its time. */
    void keep(Waiting waiting);

    List<Waiting> all();

    /** It is answered: not held any more, unless a crash lost the answer. Then it is there to be answered again. */
    void release(Waiting waiting);

    /** Leaves no trace of it. */
    void forget(Waiting waiting);
}
