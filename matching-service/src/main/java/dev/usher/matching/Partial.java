package dev.usher.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One partition's answer to a question.
 *
 * @param of how many partitions answer
 * @param failed why the partition could not answer; null = it did. Without such an answer the others would wait for ever
 * @param completing true for the one that made the answer whole; set by the merger
 */
public record Partial(
        Question question,
        int partition,
        int of,
        List<Standing> best,
        @Nullable String failed,
        boolean completing,
        Instant at) {

    boolean failedUnlike(Partial other) {
        return failed != null && !failed.equals(other.failed);
    }

    Partial thatCompletes() {
        return new Partial(question, partition, of, best, failed, true, at);
    }
}
