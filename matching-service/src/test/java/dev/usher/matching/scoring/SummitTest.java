package dev.usher.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.matching.Agenda;
import dev.usher.matching.Attendance;
import dev.usher.matching.Contribution;
import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Given;
import dev.usher.matching.Match;
import dev.usher.matching.Pick;
import org.junit.jupiter.api.Test;

/** The example of the product: DataFlow and the Customer Success Summit. */
class SummitTest {

    private final Agenda summit = new LexicalAgendas().of(Given.summit());

    @Test
    void dataFlowIsTheCustomerThisSummitWasMadeFor() {
        Match match = summit.match(Given.dataFlow());
        assertThat(match.score()).isGreaterThan(0.8);
        assertThat(match.contributions())
                .extracting(Contribution::criterion)
                .contains(Criterion.CHALLENGES, Criterion.INTERESTS, Criterion.INDUSTRY, Criterion.GEOGRAPHY);
    }

    @Test
    void itsThreeSessionsArePickedEachWithItsReason() {
        assertThat(summit.match(Given.dataFlow()).sessions())
                .extracting(Pick::id)
                .contains("ai", "exec", "table")
                .doesNotContain("pricing", "party");
        assertThat(summit.match(Given.dataFlow()).sessions())
                .allSatisfy(pick -> assertThat(pick.because()).isNotBlank());
    }

    @Test
    void evidenceNamesThePair() {
        assertThat(summit.match(Given.dataFlow()).contributions())
                .filteredOn(part -> part.criterion() == Criterion.CHALLENGES)
                .singleElement()
                .extracting(Contribution::evidence)
                .asString()
                .contains("your challenge 'scaling operations' - session 'Scaling CS with AI Agents'");
    }

    @Test
    void fromAustinVirtualIsTheLikelyBetterFit() {
        Match match = summit.match(Given.dataFlow());
        assertThat(match.attendance()).isEqualTo(Attendance.VIRTUAL);
        assertThat(match.attendanceWhy()).contains("virtual likely better fit");
    }

    @Test
    void ofWhomNothingIsKnownIsNeitherPunishedNorInvited() {
        Match match = summit.match(Given.nobody());
        assertThat(match.contributions()).extracting(Contribution::criterion).containsExactly(Criterion.BASE);
        assertThat(match.score()).isLessThan(0.5);
        assertThat(match.sessions()).isNotEmpty();
        assertThat(summit.unwelcome(Given.nobody())).isEmpty();
    }
}
