package dev.usher.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usher.matching.Agenda;
import dev.usher.matching.Contribution;
import dev.usher.matching.Customer;
import dev.usher.matching.Event;
import dev.usher.matching.Given;
import dev.usher.matching.Guest;
import dev.usher.matching.Match;
import dev.usher.matching.Place;
import dev.usher.matching.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of every score, whoever the customer is. */
class EveryScoreTest {

    private static final Agenda SUMMIT = new LexicalAgendas().of(Given.summit());

    @Property(tries = 200)
    void theContributionsAddUpToTheLogit(@ForAll("guests") Guest guest) {
        Match match = SUMMIT.match(guest);
        double logit = Math.log(match.score() / (1 - match.score()));
        double sum =
                match.contributions().stream().mapToDouble(Contribution::points).sum();
        assertThat(sum).isCloseTo(logit, within(1e-9));
        assertThat(match.score()).isBetween(0.0, 1.0);
    }

    @Property(tries = 200)
    void theQuickScoreIsTheExplainedOne(@ForAll("guests") Guest guest) {
        assertThat(SUMMIT.score(guest)).isEqualTo(SUMMIT.match(guest).score());
    }

    @Property(tries = 200)
    void anInterestMoreNeverHurts(@ForAll("guests") Guest guest) {
        assertThat(SUMMIT.score(also(guest, "AI in CS"))).isGreaterThanOrEqualTo(SUMMIT.score(guest));
    }

    @Property(tries = 200)
    void havingComeToTheSeriesNeverHurts(@ForAll("guests") Guest guest) {
        Event event = Given.summit();
        Visit visit = new Visit(
                "earlier",
                null,
                event.type(),
                event.series(),
                Visit.Seat.ATTENDED,
                null,
                event.startsAt().minus(Duration.ofDays(365)));
        Guest cameBefore = new Guest(guest.customer(), List.of(visit), guest.shown());
        assertThat(SUMMIT.score(cameBefore)).isGreaterThan(SUMMIT.score(guest));
    }

    @Property(tries = 200)
    void everySlotHasOnePickAtMostAndNoneIsPickedTwice(@ForAll("guests") Guest guest) {
        var sessions = Given.summit().sessions();
        var picked = SUMMIT.match(guest).sessions().stream()
                .map(pick -> sessions.stream()
                        .filter(session -> session.id().equals(pick.id()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        assertThat(picked).hasSizeBetween(1, 5).doesNotHaveDuplicates();
        picked.forEach(one -> assertThat(picked).filteredOn(one::overlaps).hasSize(1));
    }

    @Provide
    Arbitrary<Guest> guests() {
        Arbitrary<String> words = Arbitraries.of(
                "AI adoption",
                "scaling operations",
                "customer churn",
                "executive relationships",
                "hiring nurses",
                "Küchenmöbel",
                "the of and",
                "\uD83D\uDE80",
                "a".repeat(300));
        Arbitrary<String> industries = Arbitraries.of("SaaS/Technology", "Mining", "Curated Web", "?", "Insurance");
        Arbitrary<Place> homes = Arbitraries.of(
                new Place("Austin", "TX", "US"),
                new Place("San Francisco", "California", "US"),
                new Place(null, null, "DE"),
                new Place("Atlantis", null, null));
        return Combinators.combine(
                        words.list().ofMaxSize(6),
                        words.list().ofMaxSize(30),
                        industries.injectNull(0.2),
                        homes.injectNull(0.2))
                .as((challenges, interests, industry, home) -> guest(industry, home, challenges, interests));
    }

    private static Guest guest(
            @Nullable String industry, @Nullable Place home, List<String> challenges, List<String> interests) {
        return new Guest(Given.customer("c", "C", industry, home, challenges, interests), List.of(), List.of());
    }

    /** One more, in the place of none. */
    private static Guest also(Guest guest, String interest) {
        Customer customer = guest.customer();
        List<String> more =
                new ArrayList<>(customer.interests().stream().limit(5).toList());
        if (more.size() < customer.interests().size()) {
            return guest;
        }
        more.add(interest);
        return guest(customer.industry(), customer.location(), customer.challenges(), more);
    }
}
