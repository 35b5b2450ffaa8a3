package dev.usher.matching.avro;

import dev.usher.contracts.avro.Attendance;
import dev.usher.contracts.avro.Contribution;
import dev.usher.contracts.avro.InviteCandidate;
import dev.usher.contracts.avro.InviteReason;
import dev.usher.contracts.avro.MailKind;
import dev.usher.contracts.avro.MatchingWeights;
import dev.usher.contracts.avro.PickedSession;
import dev.usher.contracts.avro.Verdict;
import dev.usher.contracts.avro.Weight;
import dev.usher.matching.Candidate;
import dev.usher.matching.Match;
import dev.usher.matching.Pick;
import dev.usher.matching.Weights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What matching says, to its topics. */
public final class AnswerRecords {

    private AnswerRecords() {}

    public static InviteCandidate write(Candidate candidate, Instant at) {
        @Nullable Match match = candidate.match();
        return InviteCandidate.newBuilder()
                .setEventId(candidate.eventId())
                .setEventVersion(candidate.eventVersion())
                .setCustomerId(candidate.customerId())
                .setContactId(candidate.origin().contactId())
                .setKind(MailKind.valueOf(candidate.mail().kind().name()))
                .setNumber(candidate.mail().number())
                .setVerdict(Verdict.valueOf(candidate.verdict().name()))
                .setWhy(candidate.why())
                .setScore(match == null ? 0 : match.score())
                .setContributions(match == null ? List.of() : contributions(match))
                .setSessions(
                        match == null
                                ? List.of()
                                : match.sessions().stream()
                                        .map(AnswerRecords::session)
                                        .toList())
                .setAttendance(
                        match == null
                                ? null
                                : Attendance.valueOf(match.attendance().name()))
                .setAttendanceWhy(match == null ? null : match.attendanceWhy())
                .setReason(InviteReason.valueOf(candidate.origin().reason().name()))
                .setReasonText(candidate.origin().text())
                .setInvitationId(candidate.origin().invitationId())
                .setRequestedBy(candidate.origin().requestedBy())
                .setNote(candidate.origin().note())
                .setRank(candidate.rank())
                .setRankOfCsm(candidate.rankOfCsm())
                .setWeightsVersion(candidate.weightsVersion())
                .setAt(at)
                .build();
    }

    public static MatchingWeights write(Weights weights) {
        return MatchingWeights.newBuilder()
                .setVersion(weights.version())
                .setWeights(weights.weights().stream()
                        .map(one -> new Weight(one.feature(), one.value(), one.prior(), one.examples()))
                        .toList())
                .setFrozen(weights.frozen())
                .setAt(weights.at())
                .build();
    }

    private static List<Contribution> contributions(Match match) {
        return match.contributions().stream()
                .map(part -> new Contribution(part.criterion().name(), part.points(), part.text(), part.evidence()))
                .toList();
    }

    private static PickedSession session(Pick pick) {
        return new PickedSession(pick.id(), pick.title(), pick.score(), pick.because(), pick.matches());
    }
}
