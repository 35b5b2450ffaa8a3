package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.matching.Candidate.Verdict;
import dev.usher.matching.Outcome.Answered;
import dev.usher.matching.Outcome.Listed;
import dev.usher.matching.Outcome.Said;
import dev.usher.matching.scoring.LexicalAgendas;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one partition decides, without Kafka. */
class PartitionTest {

    private static final MatchingSettings SETTINGS =
            new MatchingSettings(2, Duration.ofSeconds(30), 0.5, 0.45, 50, Duration.ofDays(90), Duration.ofSeconds(5));

    private final Memory memory = new Memory();
    private final Partition here = memory.partition();
    private final Decisions decisions = Decisions.with(new LexicalAgendas(), SETTINGS);

    @Test
    void noMoreThanTheBestAreSent() {
        Stream.of("a", "b", "c").forEach(id -> here.book().put(Given.unknown(id)));
        here.book().put(Given.dataFlow().customer());
        Partial partial = partial(decisions.announcing().heard(Given.summit(), here, Given.NOW));
        assertThat(partial.best()).extracting(Standing::customerId).containsExactly("dataflow", "a");
        assertThat(partial.failed()).isNull();
    }

    @Test
    void aPartitionThatFailsSaysSoInsteadOfNothing() {
        here.book().put(Given.dataFlow().customer());
        Decisions broken = Decisions.with(new Broken(), SETTINGS);
        Partial partial = partial(broken.announcing().heard(Given.summit(), here, Given.NOW));
        assertThat(partial.failed()).contains("out of order");
        assertThat(partial.best()).isEmpty();
    }

    @Test
    void anOlderVersionSaysNothing() {
        Event newer = Given.with(Given.summit(), 2, Event.Status.CHANGED);
        decisions.announcing().heard(newer, here, Given.NOW);
        assertThat(decisions.announcing().heard(Given.summit(), here, Given.NOW))
                .isEmpty();
        assertThat(memory.events.get("summit")).isEqualTo(newer);
    }

    @Test
    void whatAHardConditionForbidsIsTakenBackUnlessAPersonAsked() {
        here.book().put(Given.dataFlow().customer());
        decisions.announcing().heard(Given.summit(), here, Given.NOW);
        Winners winners = new Winners(
                Question.announced(Given.summit(), 2),
                List.of(new Standing("dataflow", "csm-ana", 0.9, 1, 1)),
                List.of());
        decisions.explaining().won(winners, here, Given.NOW);
        Customer miner = Given.customer("dataflow", "D", "Mining", new Place(null, null, null), List.of(), List.of());
        here.book().put(miner);
        here.stale().mark("dataflow");
        List<Outcome> said = decisions.rescoring().some(here, Given.NOW);
        assertThat(said)
                .anyMatch(one -> one instanceof Listed(Page page) && page.gone().contains("dataflow"));
        assertThat(said).anyMatch(one -> one instanceof Said(Candidate taken) && taken.verdict() == Verdict.WITHDRAWN);
        assertThat(decisions.rescoring().some(here, Given.NOW)).isEmpty();
    }

    @Test
    void heldForThirtySecondsByTheWallsClock() {
        Request early = new Request(
                "m", "summit", "dataflow", null, Mail.FIRST_INVITATION, Trigger.CSM_REQUEST, "i", "csm-ana", null);
        assertThat(decisions.answering().asked(early, here, Given.NOW)).isEmpty();
        assertThat(decisions.answering().overdue(here, Given.NOW.plusSeconds(29)))
                .isEmpty();
        assertThat(decisions.answering().overdue(here, Given.NOW.plusSeconds(30)))
                .singleElement()
                .matches(one -> one instanceof Said(Candidate refused) && refused.verdict() == Verdict.REFUSED);
        assertThat(memory.waiting).isEmpty();
    }

    private static Partial partial(List<Outcome> said) {
        return said.stream()
                .flatMap(one -> one instanceof Answered(Partial partial) ? Stream.of(partial) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    /** Scores nobody. */
    private static final class Broken implements Agendas {

        @Override
        public Agenda of(Event event) {
            throw new IllegalStateException("out of order");
        }

        @Override
        public void forget(String eventId) {}

        @Override
        public Weights weights() {
            return new LexicalAgendas().weights();
        }
    }
}
