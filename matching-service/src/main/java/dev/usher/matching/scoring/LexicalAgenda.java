package dev.usher.matching.scoring;

import dev.usher.matching.Agenda;
import dev.usher.matching.Contribution;
import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Event;
import dev.usher.matching.Guest;
import dev.usher.matching.Match;
import dev.usher.matching.Question;
import dev.usher.matching.Weights;
import dev.usher.matching.scoring.Echoes.Echo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One event, its words counted, ready for any number of customers. */
final class LexicalAgenda implements Agenda {

    private final Event event;
    private final Weights weights;
    private final Words words;
    private final Index index;
    private final Door door;
    private final IndustryFit industry;
    private final Journey journey;
    private final SessionPicks picks;

    LexicalAgenda(Event event, Words words, Industries industries, Geography geography, Weights weights) {
        this.event = event;
        this.weights = weights;
        this.words = words;
        this.index = new Index(event, words);
        this.door = new Door(industries, geography, words);
        this.industry = new IndustryFit(event, industries);
        this.journey = new Journey(event, geography);
        this.picks = new SessionPicks(event, index, words);
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public boolean meets(Guest guest, Question.Wanted wanted) {
        return door.meets(guest, wanted);
    }

    @Override
    public Optional<String> unwelcome(Guest guest) {
        return door.unwelcome(guest, event.audience());
    }

    @Override
    public double score(Guest guest) {
        return Match.logistic(features(guest, new Echoes(guest, index)).stream()
                .map(feature -> feature.points(weights))
                .filter(points -> points != 0)
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue)
                .sum());
    }

    @Override
    public Match match(Guest guest) {
        Echoes echoes = new Echoes(guest, index);
        List<Contribution> contributions = features(guest, echoes).stream()
                .filter(feature -> feature.points(weights) != 0)
                .map(feature -> feature.explained(weights))
                .sorted(Comparator.comparingDouble(Contribution::points).reversed())
                .toList();
        return new Match(
                weights.version(),
                contributions,
                picks.of(guest, echoes),
                journey.attendance(guest),
                journey.attendanceWhy(guest).orElse(null));
    }

    @Override
    public List<String> topicsIn(String note) {
        double[] found = index.spokenOf(note);
        return IntStream.range(0, found.length)
                .filter(i -> found[i] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -found[i]).thenComparing(i -> i))
                .map(i -> index.elements().get(i).label())
                .distinct()
                .limit(5)
                .toList();
    }

    @Override
    public double covers(String topic) {
        return Arrays.stream(index.similarities(topic)).max().orElse(0);
    }

    private List<Feature> features(Guest guest, Echoes echoes) {
        return List.of(
                Feature.BASE,
                spoken(Criterion.CHALLENGES, echoes),
                spoken(Criterion.INTERESTS, echoes),
                industry.of(guest.customer()),
                journey.of(guest),
                attendance(guest));
    }

    private static Feature spoken(Criterion criterion, Echoes echoes) {
        return new Feature(
                criterion,
                echoes.strength(criterion),
                () -> echoes.strongest(criterion, 1).stream()
                        .map(LexicalAgenda::said)
                        .findFirst()
                        .orElse(""),
                () -> echoes.strongest(criterion, 2).stream().map(Echo::named).collect(Collectors.joining("; ")));
    }

    private static String said(Echo echo) {
        String subject = switch (echo.element().kind()) {
            case SESSION -> "The session '" + echo.element().label() + "'";
            case TOPIC -> "The topic '" + echo.element().label() + "'";
            case EVENT -> echo.element().label();
        };
        return subject
                + switch (echo.passage().source()) {
                    case CHALLENGE ->
                        " speaks to the challenge '" + echo.passage().words() + "'";
                    case INTEREST -> " meets the interest in '" + echo.passage().words() + "'";
                    case SHOWN ->
                        " meets the interest shown in '" + echo.passage().words() + "'";
                    case NOTED ->
                        " answers what was noted of them: '" + echo.passage().quote() + "'";
                    case NOTE ->
                        " is close to what the notes say: '" + echo.passage().quote() + "'";
                };
    }

    private Feature attendance(Guest guest) {
        return new Feature(
                Criterion.ATTENDANCE,
                PastAttendance.value(event, guest),
                () -> PastAttendance.text(event, guest),
                () -> PastAttendance.evidence(event, guest));
    }
}
