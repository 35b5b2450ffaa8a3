package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.matching.Candidate.Verdict;
import dev.usher.matching.Held.Waiting;
import dev.usher.matching.Outcome.Answered;
import dev.usher.matching.Outcome.Listed;
import dev.usher.matching.Outcome.Said;
import dev.usher.matching.Question.Wanted;
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

    @Test
    void anEventThatCannotBeScoredKeepsNobodyWhoWaitsFromAnAnswer() {
        here.book().put(Given.dataFlow().customer());
        decisions.answering().asked(request("dataflow"), here, Given.NOW);
        decisions.answering().asked(request("nobody"), here, Given.NOW);
        Decisions broken = Decisions.with(new Broken(), SETTINGS);
        List<Outcome> said = broken.announcing().heard(Given.summit(), here, Given.NOW);
        assertThat(candidates(said)).singleElement().satisfies(refused -> {
            assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(refused.why()).contains("out of order");
        });
        assertThat(partial(said).failed()).contains("out of order");
        assertThat(memory.waiting.values()).extracting(Waiting::customerId).containsExactly("nobody");
    }

    @Test
    void anEventThatCannotBeScoredKeepsNoOfferOfAnotherBack() {
        here.book().put(Given.dataFlow().customer());
        here.events().put(Given.summit());
        Event bad = Given.event(
                "bad", Event.Type.MEETUP, Event.Format.VIRTUAL, null, List.of("AI"), List.of(), Audience.EVERYONE);
        here.events().put(bad);
        Decisions flawed = Decisions.with(new Flawed(bad), SETTINGS);
        assertThat(candidates(flawed.noticing().shown("dataflow", interest(), here, Given.NOW)))
                .extracting(Candidate::eventId)
                .containsExactly("summit");
        assertThat(flawed.rescoring().some(here, Given.NOW))
                .anyMatch(one -> one instanceof Listed(Page page)
                        && page.list().equals("event:summit")
                        && page.rows().size() == 1);
    }

    @Test
    void aQuestionWaitsForItsEventThirtySecondsAtMost() {
        here.book().put(Given.dataFlow().customer());
        Question question = Question.audience("a", "summit", 0, 5, Wanted.ANYONE);
        assertThat(decisions.announcing().asked(question, here, Given.NOW)).isEmpty();
        assertThat(decisions.announcing().overdue(here, Given.NOW.plusSeconds(29)))
                .isEmpty();
        List<Outcome> said = decisions.announcing().heard(Given.summit(), here, Given.NOW);
        assertThat(said)
                .anyMatch(one -> one instanceof Answered(Partial partial)
                        && partial.question().equals(question)
                        && partial.best().size() == 1);
        Question lost = Question.audience("b", "nowhere", 0, 5, Wanted.ANYONE);
        decisions.announcing().asked(lost, here, Given.NOW);
        assertThat(partial(decisions.announcing().overdue(here, Given.NOW.plusSeconds(30)))
                        .failed())
                .contains("not known");
        assertThat(memory.waiting).isEmpty();
    }

    @Test
    void whoIsNoLongerWelcomeHasNotWon() {
        decisions.announcing().heard(Given.summit(), here, Given.NOW);
        here.book().put(Given.customer("dataflow", "D", "Mining", null, List.of(), List.of()));
        here.book().put(Given.customer("b", "B", "SaaS", null, List.of(), List.of()));
        List<Standing> best = List.of(standing("dataflow"), standing("b"));
        List<Outcome> said = decisions
                .explaining()
                .won(new Winners(Question.announced(Given.summit(), 2), best, List.of()), here, Given.NOW);
        assertThat(candidates(said)).extracting(Candidate::customerId).containsExactly("b");
        Question insurers = Question.audience("a", "summit", 0, 5, new Wanted("Insurance", null, null));
        assertThat(decisions.explaining().won(new Winners(insurers, best, List.of()), here, Given.NOW))
                .allMatch(one -> one instanceof Listed(Page page) && page.rows().isEmpty());
    }

    @Test
    void whatAPersonAskedForStaysHersWhateverTheCustomerShows() {
        here.book().put(Given.dataFlow().customer());
        here.events().put(Given.summit());
        decisions.answering().asked(request("dataflow"), here, Given.NOW);
        assertThat(decisions.noticing().shown("dataflow", interest(), here, Given.NOW))
                .hasSize(1);
        assertThat(memory.offers).extracting(offer -> offer.origin().reason()).containsExactly(Trigger.CSM_REQUEST);
    }

    @Test
    void ofAnErasedCustomerNothingIsKeptAndItLeavesTheRankings() {
        here.book().put(Given.dataFlow().customer());
        here.events().put(Given.summit());
        decisions.answering().asked(request("dataflow"), here, Given.NOW);
        decisions.noticing().shown("stranger", interest(), here, Given.NOW);
        decisions.erasing().erased("stranger", here);
        decisions.erasing().erased("dataflow", here);
        assertThat(memory.guests).isEmpty();
        assertThat(memory.offers).isEmpty();
        assertThat(memory.waiting).isEmpty();
        assertThat(decisions.rescoring().some(here, Given.NOW))
                .singleElement()
                .matches(one -> one instanceof Listed(Page page)
                        && page.gone().contains("dataflow")
                        && page.rows().isEmpty());
    }

    private static Request request(String customerId) {
        return new Request(
                "m-" + customerId,
                "summit",
                customerId,
                null,
                Mail.FIRST_INVITATION,
                Trigger.CSM_REQUEST,
                "i",
                "csm-ana",
                null);
    }

    private static Interest interest() {
        return new Interest("i", List.of("AI in CS"), null, null, Given.NOW);
    }

    private static Standing standing(String customerId) {
        return new Standing(customerId, "csm-ana", 0.9, 1, 1);
    }

    private static List<Candidate> candidates(List<Outcome> said) {
        return said.stream()
                .flatMap(one -> one instanceof Said(Candidate candidate) ? Stream.of(candidate) : Stream.empty())
                .toList();
    }

    private static Partial partial(List<Outcome> said) {
        return said.stream()
                .flatMap(one -> one instanceof Answered(Partial partial) ? Stream.of(partial) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    /** Scores every event but one. */
    private record Flawed(Event bad, Agendas sound) implements Agendas {

        Flawed(Event bad) {
            this(bad, new LexicalAgendas());
        }

        @Override
        public Agenda of(Event event) {
            if (event.equals(bad)) {
                throw new IllegalStateException("out of order");
            }
            return sound.of(event);
        }

        @Override
        public void forget(String eventId) {}

        @Override
        public Weights weights() {
            return sound.weights();
        }
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
