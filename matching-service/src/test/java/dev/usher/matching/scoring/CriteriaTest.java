package dev.usher.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.matching.Agenda;
import dev.usher.matching.Attendance;
import dev.usher.matching.Audience;
import dev.usher.matching.Contact;
import dev.usher.matching.Contribution;
import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Customer;
import dev.usher.matching.Event;
import dev.usher.matching.Given;
import dev.usher.matching.Guest;
import dev.usher.matching.Interest;
import dev.usher.matching.Match;
import dev.usher.matching.Pick;
import dev.usher.matching.Place;
import dev.usher.matching.Question.Wanted;
import dev.usher.matching.Visit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One criterion at a time. */
class CriteriaTest {

    private static final Place AUSTIN = new Place("Austin", "Texas", "US");
    private static final Place BERLIN = new Place("Berlin", null, "DE");

    @Test
    void anIndustryNearTheHostsCountsMoreThanOneFarAway() {
        Agenda event = event(Event.Format.VIRTUAL, null, audience(List.of("SaaS"), List.of(), List.of(), List.of()));
        assertThat(event.score(in("SaaS")))
                .isGreaterThan(event.score(in("Developer Tools")))
                .isGreaterThan(event.score(in("Hardware")));
        assertThat(event.score(in("Hardware"))).isGreaterThan(event.score(in("Mining")));
    }

    @Test
    void nearnessCountsInARoomAndNotOnAScreen() {
        Agenda room = event(Event.Format.IN_PERSON, AUSTIN, Audience.EVERYONE);
        assertThat(room.score(at(AUSTIN)))
                .isGreaterThan(room.score(at(new Place("Dallas", "TX", "US"))))
                .isGreaterThan(room.score(at(BERLIN)));
        Agenda screen = event(Event.Format.VIRTUAL, null, Audience.EVERYONE);
        assertThat(screen.score(at(AUSTIN))).isEqualTo(screen.score(at(BERLIN)));
    }

    @Test
    void anUnknownHomeIsNeitherGoodNorBad() {
        Agenda room = event(Event.Format.IN_PERSON, AUSTIN, Audience.EVERYONE);
        Agenda screen = event(Event.Format.VIRTUAL, null, Audience.EVERYONE);
        assertThat(room.score(Given.nobody())).isEqualTo(screen.score(Given.nobody()));
    }

    @Test
    void aHybridEventIsJoinedInPersonFromNearby() {
        Agenda hybrid = event(Event.Format.HYBRID, AUSTIN, Audience.EVERYONE);
        assertThat(hybrid.match(at(new Place("Dallas", "TX", "US"))).attendance())
                .isEqualTo(Attendance.IN_PERSON);
        assertThat(hybrid.match(at(BERLIN)).attendance()).isEqualTo(Attendance.VIRTUAL);
        assertThat(event(Event.Format.IN_PERSON, AUSTIN, Audience.EVERYONE)
                        .match(at(BERLIN))
                        .attendanceWhy())
                .isNull();
    }

    @Test
    void comingBackCountsTheMoreTheFresherItIs() {
        Agenda event = new LexicalAgendas().of(Given.summit());
        double never = event.score(Given.dataFlow());
        double lately = event.score(after(Duration.ofDays(200), Visit.Seat.ATTENDED));
        double longAgo = event.score(after(Duration.ofDays(2000), Visit.Seat.ATTENDED));
        double noShow = event.score(after(Duration.ofDays(200), Visit.Seat.NO_SHOW));
        assertThat(lately).isGreaterThan(longAgo);
        assertThat(longAgo).isGreaterThan(never);
        assertThat(noShow).isLessThan(never);
    }

    @Test
    void evidenceSaysForPeopleWhatBecameOfEarlierEvents() {
        Agenda summit = new LexicalAgendas().of(Given.summit());
        Visit unnamed = after(Duration.ofDays(200), Visit.Seat.NO_SHOW).visits().getFirst();
        assertThat(evidence(summit, unnamed)).isEqualTo("registered for an earlier event (earlier) and did not come");
        Visit named = after(Duration.ofDays(200), Visit.Seat.ATTENDED)
                .visits()
                .getFirst()
                .at(Given.summit());
        assertThat(evidence(summit, named)).isEqualTo("attended 2027 Customer Success Summit");
    }

    @Test
    void aHostsConditionTurnsAwayWhoIsKnownNotToMeetItAndNobodyElse() {
        Agenda event = event(
                Event.Format.VIRTUAL,
                null,
                audience(List.of("SaaS"), List.of("Europe"), List.of("DECISION_MAKER"), List.of("1-50")));
        assertThat(event.unwelcome(Given.nobody())).isEmpty();
        assertThat(event.unwelcome(in("Mining")))
                .hasValueSatisfying(why -> assertThat(why).contains("SaaS", "Mining"));
        assertThat(event.unwelcome(in("Curated Nonsense"))).isEmpty();
        assertThat(event.unwelcome(at(AUSTIN))).isPresent();
        assertThat(event.unwelcome(at(BERLIN))).isEmpty();
        assertThat(event.unwelcome(sized("500"))).isPresent();
        assertThat(event.unwelcome(sized("20 employees"))).isEmpty();
        assertThat(event.unwelcome(with(Contact.Role.USER))).isPresent();
        assertThat(event.unwelcome(with(null))).isEmpty();
    }

    @Test
    void aRegionNobodyKnowsTurnsNobodyAway() {
        Place austin = new Place("Austin", "TX", null);
        Place munich = new Place("Munich", "Bavaria", null);
        assertThat(wanting("US East").unwelcome(at(AUSTIN))).isEmpty();
        assertThat(wanting("US").unwelcome(at(austin))).isEmpty();
        assertThat(wanting("EMEA").unwelcome(at(munich))).isEmpty();
        assertThat(wanting("US").unwelcome(at(munich))).isPresent();
        assertThat(wanting("EMEA").unwelcome(at(austin))).isPresent();
        assertThat(wanting("California").unwelcome(at(new Place("Austin", "Hill Country", "US"))))
                .isEmpty();
        assertThat(wanting("California").unwelcome(at(AUSTIN))).isPresent();
        assertThat(wanting("CA").unwelcome(at(new Place("Toronto", "Ontario", "CA"))))
                .isEmpty();
        assertThat(wanting("US East").meets(at(AUSTIN), new Wanted(null, "US East", null)))
                .isFalse();
    }

    @Test
    void aRoleInTheHostsOwnWordsTurnsNobodyAway() {
        for (String role : List.of("Executives", "Customer Success leader")) {
            Agenda event = event(Event.Format.VIRTUAL, null, audience(List.of(), List.of(), List.of(role), List.of()));
            assertThat(event.unwelcome(Given.dataFlow())).isEmpty();
            assertThat(event.meets(Given.dataFlow(), new Wanted(null, null, role)))
                    .isFalse();
        }
        assertThat(event(Event.Format.VIRTUAL, null, Audience.EVERYONE)
                        .meets(Given.dataFlow(), new Wanted(null, null, "Customer Success")))
                .isTrue();
    }

    @Test
    void sizesAreReadAsPeopleWriteThem() {
        assertThat(Sizes.same("10k+", "Enterprise")).contains(true);
        assertThat(Sizes.same("1K-5K", "3000")).contains(true);
        assertThat(Sizes.same("1K-5K", "200")).contains(false);
        assertThat(Sizes.same("1.5k employees", "1,400 to 1,600")).contains(true);
        assertThat(Sizes.same("Fortune 500", "SMB")).isEmpty();
        assertThat(Sizes.same("500", "51\u2013200 people")).contains(false);
    }

    @Test
    void aCountryAloneIsNoJourney() {
        Agenda room = event(Event.Format.IN_PERSON, AUSTIN, Audience.EVERYONE);
        assertThat(room.score(at(new Place(null, null, "US")))).isEqualTo(room.score(Given.nobody()));
        assertThat(room.score(at(new Place("Denver", null, "US")))).isLessThan(room.score(Given.nobody()));
    }

    @Test
    void evidenceQuotesTheNoteAnInterestWasTakenFrom() {
        String said = "Asked how scaling success and scaling CS with AI agents go together.";
        Interest note = new Interest("i", List.of(), "MEETING_NOTE", "A good call. " + said, Given.NOW);
        Match match =
                new LexicalAgendas().of(Given.summit()).match(new Guest(Given.unknown("g"), List.of(), List.of(note)));
        assertThat(match.contributions())
                .filteredOn(part -> part.criterion() == Criterion.INTERESTS)
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.evidence()).contains("'" + said + "' - ");
                    assertThat(part.text()).contains(said);
                });
        assertThat(match.sessions())
                .anySatisfy(pick -> assertThat(pick.because()).isEqualTo("close to what you showed interest in"));
        assertThat(match.sessions())
                .allSatisfy(pick -> assertThat(pick.because())
                        .doesNotContain("interest in '" + pick.title())
                        .doesNotContain("Asked how"));
    }

    @Test
    void aQuestionIsMetOnlyByWhoIsKnownToMeetIt() {
        Agenda event = event(Event.Format.VIRTUAL, null, Audience.EVERYONE);
        assertThat(event.meets(Given.nobody(), new Wanted("SaaS", null, null))).isFalse();
        assertThat(event.meets(in("SaaS"), new Wanted("Software", null, null))).isTrue();
        assertThat(event.meets(at(BERLIN), new Wanted(null, "Germany", null))).isTrue();
        assertThat(event.meets(at(AUSTIN), new Wanted(null, "TX", null))).isTrue();
        assertThat(event.meets(at(AUSTIN), new Wanted(null, "EMEA", null))).isFalse();
        assertThat(event.meets(with(Contact.Role.USER), new Wanted(null, null, "users")))
                .isTrue();
    }

    @Test
    void aSessionFitsARoleOnlyIfItSpeaksOfWhatThatRoleIsAbout() {
        assertThat(picksOf("VP Customer Success"))
                .anySatisfy(pick -> assertThat(pick.because()).isEqualTo("fits your role as VP Customer Success"));
        assertThat(picksOf("VP Mining Operations"))
                .anySatisfy(pick -> assertThat(pick.because()).isEqualTo("of interest to leaders like you"))
                .allSatisfy(pick -> assertThat(pick.because()).doesNotContain("fits your role"));
    }

    @Test
    void topicsAreTakenFromANote() {
        assertThat(new LexicalAgendas().of(Given.summit()).topicsIn("She asked how to keep scaling success going."))
                .contains("Scaling Success")
                .doesNotContain("AI in CS");
    }

    @Test
    void fiveHundredInterestsAreNotFiveHundredReasons() {
        Agenda event = new LexicalAgendas().of(Given.summit());
        List<String> many = IntStream.range(0, 500)
                .mapToObj(i -> i == 7 ? "AI adoption" : "hobby number" + i)
                .toList();
        Guest hoarder = new Guest(Given.customer("h", "H", "SaaS", AUSTIN, List.of(), many), List.of(), List.of());
        Guest focused = new Guest(
                Given.customer("f", "F", "SaaS", AUSTIN, List.of(), List.of("AI adoption")), List.of(), List.of());
        assertThat(event.score(hoarder)).isLessThan(event.score(focused));
    }

    @Test
    void anEventThatSaysNothingStillRanksSensibly() {
        Agenda empty = event(Event.Format.VIRTUAL, null, Audience.EVERYONE);
        assertThat(empty.match(Given.dataFlow()).sessions()).isEmpty();
        assertThat(empty.score(Given.dataFlow())).isBetween(0.05, 0.95);
    }

    private static Agenda event(Event.Format format, @Nullable Place venue, Audience audience) {
        return new LexicalAgendas()
                .of(Given.event("e", Event.Type.MEETUP, format, venue, List.of(), List.of(), audience));
    }

    private static Agenda wanting(String region) {
        return event(Event.Format.VIRTUAL, null, audience(List.of(), List.of(region), List.of(), List.of()));
    }

    private static Audience audience(
            List<String> industries, List<String> regions, List<String> roles, List<String> sizes) {
        return new Audience(industries, regions, roles, sizes);
    }

    private static Guest in(String industry) {
        return guest(industry, null, null, List.of());
    }

    private static Guest at(Place home) {
        return guest(null, home, null, List.of());
    }

    private static Guest sized(String size) {
        return guest(null, null, size, List.of());
    }

    private static Guest with(Contact.@Nullable Role role) {
        return guest(null, null, null, List.of(new Contact("c", "C", "c@c.example", null, role, null, null, false)));
    }

    private static List<Pick> picksOf(String title) {
        Contact contact = new Contact("c", "C", "c@c.example", title, null, null, null, false);
        return new LexicalAgendas()
                .of(Given.summit())
                .match(guest(null, null, null, List.of(contact)))
                .sessions();
    }

    private static Guest guest(
            @Nullable String industry, @Nullable Place home, @Nullable String size, List<Contact> contacts) {
        return new Guest(
                new Customer(
                        "g", 1, "G", List.of(), industry, size, home, null, null, contacts, List.of(), List.of(), null,
                        Given.NOW),
                List.of(),
                List.of());
    }

    private static String evidence(Agenda event, Visit visit) {
        return event.match(new Guest(Given.unknown("g"), List.of(visit), List.of())).contributions().stream()
                .filter(part -> part.criterion() == Criterion.ATTENDANCE)
                .map(Contribution::evidence)
                .findFirst()
                .orElseThrow();
    }

    private static Guest after(Duration ago, Visit.Seat seat) {
        Event event = Given.summit();
        Visit visit = new Visit(
                "earlier",
                null,
                event.type(),
                event.series(),
                seat,
                null,
                event.startsAt().minus(ago));
        return new Guest(Given.dataFlow().customer(), List.of(visit), List.of());
    }
}
