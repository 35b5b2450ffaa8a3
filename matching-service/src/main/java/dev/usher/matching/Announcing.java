package dev.usher.matching;

import dev.usher.matching.Candidate.Verdict;
import dev.usher.matching.Outcome.Answered;
import dev.usher.matching.Outcome.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        Question question = Question.announced(event, settings.best());
        try {
            return heard(event, question, here, now);
        } catch (Unscorable broken) {
            return List.of(failed(question, here, broken.getMessage(), now));
        }
    }

    /** The best of this partition; whatever goes wrong becomes a partial that says so. */
    public Outcome asked(Question question, Partition here, Instant now) {
        Event event = here.events().find(question.eventId()).orElse(null);
        if (event == null) {
            return failed(question, here, "the event is not known here", now);
        }
        try {
            List<Standing> best = bestOf(question, agendas.of(event), here.book());
            return new Answered(new Partial(question, here.number(), here.of(), best, null, false, now));
        } catch (Unscorable broken) {
            return failed(question, here, broken.getMessage(), now);
        }
    }

    private List<Outcome> heard(Event event, Question question, Partition here, Instant now) {
        List<Outcome> said = new ArrayList<>(event.cancelled() ? withdrawAll(event, here) : withdraw(event, here));
        said.addAll(answering.arrived(event.id(), here, now));
        if (!event.cancelled()) {
            said.add(asked(question, here, now));
        }
        return said;
    }

    private static List<Standing> bestOf(Question question, Agenda agenda, Book book) {
        Best best = new Best(question.limit());
        book.each(guest -> {
            if (welcome(question, agenda, guest)) {
                double score = agenda.score(guest);
                if (score >= question.minScore()) {
                    best.see(Standing.of(guest, score));
                }
            }
        });
        return best.inOrder();
    }

    private static boolean welcome(Question question, Agenda agenda, Guest guest) {
        return agenda.meets(guest, question.wanted()) && agenda.unwelcome(guest).isEmpty();
    }

    private List<Outcome> withdrawAll(Event event, Partition here) {
        return here.offers().of(event.id()).stream()
                .map(offer -> takeBack(offer, event, "the event was cancelled", here))
                .toList();
    }

    /** What was offered on our own account and is no longer welcome; what a person asked for stays. */
    private List<Outcome> withdraw(Event event, Partition here) {
        Agenda agenda = agendas.of(event);
        List<Outcome> taken = new ArrayList<>();
        for (Offer offer : here.offers().of(event.id())) {
            if (!offer.origin().reason().explicit()) {
                here.book()
                        .find(offer.customerId())
                        .flatMap(agenda::unwelcome)
                        .ifPresent(why -> taken.add(takeBack(offer, event, why, here)));
            }
        }
        return taken;
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

    private static Outcome failed(Question question, Partition here, String why, Instant now) {
        return new Answered(new Partial(question, here.number(), here.of(), List.of(), why, false, now));
    }
}
