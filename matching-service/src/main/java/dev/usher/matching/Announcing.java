package dev.usher.matching;

import dev.usher.matching.Candidate.Verdict;
import dev.usher.matching.Held.Waiting;
import dev.usher.matching.Outcome.Answered;
import dev.usher.matching.Outcome.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A partition hears of an event: it takes back what no longer holds and says who of its customers fit best. */
public final class Announcing {

    private final Agendas agendas;
    private final Answering answering;
    private final MatchingSettings settings;

    public Announcing(Agendas agendas, Answering answering, MatchingSettings settings) {
        this.agendas = agendas;
        this.answering = answering;
        this.settings = settings;
    }

    /** An older version than the known one says nothing; the known one, heard again, says the same again. */
    public List<Outcome> heard(Event event, Partition here, Instant now) {
        if (here.events()
                .find(event.id())
                .filter(known -> known.version() > event.version())
                .isPresent()) {
            return List.of();
        }
        here.events().put(event);
        List<Outcome> said = new ArrayList<>(event.cancelled() ? withdrawAll(event, here) : withdraw(event, here));
        said.addAll(answering.arrived(event.id(), here, now));
        waiting(here)
                .filter(waiting -> question(waiting).eventId().equals(event.id()))
                .forEach(waiting -> said.add(release(waiting, best(question(waiting), event, here, now), here)));
        if (!event.cancelled()) {
            said.add(best(Question.announced(event, settings.best()), event, here, now));
        }
        return said;
    }

    /** Empty while the event is unknown: the question is held then. */
    public List<Outcome> asked(Question question, Partition here, Instant now) {
        Optional<Event> event = here.events().find(question.eventId());
        if (event.isEmpty()) {
            here.held().keep(Waiting.of(question, now));
        }
        return event.map(known -> best(question, known, here, now)).stream().toList();
    }

    /** Of an event that never came nobody can be the best. */
    public List<Outcome> overdue(Partition here, Instant now) {
        return waiting(here)
                .filter(waiting -> waiting.longerThan(settings.holdFor(), now))
                .map(waiting ->
                        release(waiting, failed(question(waiting), here, "the event is not known here", now), here))
                .toList();
    }

    /** The best of this partition; whatever goes wrong becomes a partial that says so. */
    private Outcome best(Question question, Event event, Partition here, Instant now) {
        try {
            List<Standing> best = bestOf(question, agendas.of(event), here.book());
            return new Answered(new Partial(question, here.number(), here.of(), best, null, false, now));
        } catch (Unscorable broken) {
            return failed(question, here, broken.getMessage(), now);
        }
    }

    private static List<Standing> bestOf(Question question, Agenda agenda, Book book) {
        Best best = new Best(question.limit());
        book.each(guest -> {
            if (agenda.welcomes(guest, question.wanted())) {
                double score = agenda.score(guest);
                if (score >= question.minScore()) {
                    best.see(Standing.of(guest, score));
                }
            }
        });
        return best.inOrder();
    }

    private List<Outcome> withdrawAll(Event event, Partition here) {
        return here.offers().of(event.id()).stream()
                .map(offer -> takeBack(offer, event, "the event was cancelled", here))
                .toList();
    }

    /** What was offered on our own account and is no longer welcome; what a person asked for stays. */
    private List<Outcome> withdraw(Event event, Partition here) {
        return here.offers().of(event.id()).stream()
                .filter(offer -> !offer.origin().reason().explicit())
                .flatMap(offer -> unwelcome(offer, event, here).map(why -> takeBack(offer, event, why, here)).stream())
                .toList();
    }

    /** Of whom it cannot be told, the offer stands. */
    private Optional<String> unwelcome(Offer offer, Event event, Partition here) {
        try {
            Agenda agenda = agendas.of(event);
            return here.book().find(offer.customerId()).flatMap(agenda::unwelcome);
        } catch (Unscorable broken) {
            return Optional.empty();
        }
    }

    private Outcome takeBack(Offer offer, Event event, String why, Partition here) {
        here.offers().remove(offer);
        return new Said(Candidate.declined(
                Verdict.WITHDRAWN,
                offer,
                event.version(),
                why,
                agendas.weights().version()));
    }

    private static Stream<Waiting> waiting(Partition here) {
        return here.held().all().stream().filter(waiting -> waiting.question() != null);
    }

    private static Question question(Waiting waiting) {
        return Objects.requireNonNull(waiting.question());
    }

    private static Outcome release(Waiting waiting, Outcome answer, Partition here) {
        here.held().release(waiting);
        return answer;
    }

    private static Outcome failed(Question question, Partition here, String why, Instant now) {
        return new Answered(new Partial(question, here.number(), here.of(), List.of(), why, false, now));
    }
}
