package dev.usher.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a ranking as it is shown; reasons add up to the score's logit. */
public record Relevant(
        String customerId,
        String name,
        double score,
        List<Reason> reasons,
        List<Pick> sessions,
        Attendance attendance,
        @Nullable String attendanceWhy,
        String weightsVersion) {

    /** One part of the score as it is shown. */
    public record Reason(Contribution.Criterion criterion, double contribution, String text, String evidence) {}

    static Relevant of(Guest guest, Match match) {
        return new Relevant(
                guest.id(),
                guest.customer().name(),
                match.score(),
                match.contributions().stream()
                        .map(part -> new Reason(part.criterion(), part.points(), part.text(), part.evidence()))
                        .toList(),
                match.sessions(),
                match.attendance(),
                match.attendanceWhy(),
                match.weightsVersion());
    }
}
