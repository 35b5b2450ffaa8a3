package dev.usher.matching;

import dev.usher.matching.Candidate.Origin;
import dev.usher.matching.Candidate.Verdict;
import dev.usher.matching.Held.Waiting;
import dev.usher.matching.Mail.Kind;
import dev.usher.matching.Outcome.Said;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A person asks for one pair: it is explained at once, held while half of it is unknown, or refused with the reason. */
public final class Answering {

    private final Agendas agendas;
    private final MatchingSettings settings;

    public Answering(Agendas agendas, MatchingSettings settings) {
        this.agendas = agendas;
        this.settings = settings;
    }

    /** Empty while the event or the customer is unknown: the request is held then. */
    public List<Outcome> asked(Request request, Partition here, Instant now) {
        Optional<Outcome> answer = answer(request, here, now);
        if (answer.isEmpty()) {
            here.held().keep(Waiting.of(request, now));
        }
        return answer.stream().toList();
    }

    /** An event or a customer became known; what waited for it is answered. */
    public List<Outcome> arrived(String eventOrCustomerId, Partition here, Instant now) {
        Predicate<Request> concerned =
                r -> r.eventId().equals(eventOrCustomerId) || r.customerId().equals(eventOrCustomerId);
        return waiting(here)
                .filter(waiting -> concerned.test(request(waiting)))
                .flatMap(waiting ->
                        found(request(waiting), here, now).map(answer -> release(waiting, answer, here)).stream())
                .toList();
    }

    /** What waited too long is refused with what was missing; what a crash brought back is answered again. */
    public List<Outcome> overdue(Partition here, Instant now) {
        return waiting(here)
                .filter(waiting -> waiting.longerThan(settings.holdFor(), now))
                .map(waiting -> release(
                        waiting,
                        found(request(waiting), here, now).orElseGet(() -> unknown(request(waiting), here)),
                        here))
                .toList();
    }

    /** Nobody waits for a customer that was erased. */
    public List<Outcome> erased(String customerId, Partition here) {
        return waiting(here)
                .filter(waiting -> waiting.customerId().equals(customerId))
                .map(waiting -> release(waiting, unknown(request(waiting), here), here))
                .toList();
    }

    /** An answer to one that was held: a mistake in scoring is one too, for it must not keep the others from theirs. */
    private Optional<Outcome> found(Request request, Partition here, Instant now) {
        try {
            return answer(request, here, now);
        } catch (Unscorable broken) {
            int version =
                    here.events().find(request.eventId()).map(Event::version).orElse(0);
            return Optional.of(new Said(refused(request, version, "it cannot be scored: " + broken.getMessage())));
        }
    }

    private Optional<Outcome> answer(Request request, Partition here, Instant now) {
        return here.events()
                .find(request.eventId())
                .flatMap(event -> here.book().find(request.customerId()).map(guest -> {
                    Candidate answer = decide(request, event, guest, now);
                    if (answer.verdict() == Verdict.MATCHED) {
                        here.offers().put(Offer.of(answer));
                    }
                    return new Said(answer);
                }));
    }

    private Candidate decide(Request request, Event event, Guest guest, Instant now) {
        if (event.cancelled()) {
            return refused(request, event.version(), "the event was cancelled");
        }
        if (request.mail().kind() == Kind.INVITATION && !event.upcoming(now)) {
            return refused(request, event.version(), "the event is over");
        }
        Match match = agendas.of(event).match(guest);
        return Candidate.matched(event, guest, request.mail(), match, Origin.of(request), Standing.UNRANKED);
    }

    private Said unknown(Request request, Partition here) {
        Optional<Event> event = here.events().find(request.eventId());
        String unknown = event.isPresent() ? "customer " + request.customerId() : "event " + request.eventId();
        return new Said(refused(request, event.map(Event::version).orElse(0), unknown + " is not known"));
    }

    private Candidate refused(Request request, int version, String why) {
        return Candidate.declined(
                Verdict.REFUSED,
                Offer.of(request),
                version,
                why,
                agendas.weights().version());
    }

    private static Stream<Waiting> waiting(Partition here) {
        return here.held().all().stream().filter(waiting -> waiting.request() != null);
    }

    private static Request request(Waiting waiting) {
        return Objects.requireNonNull(waiting.request());
    }

    private static Outcome release(Waiting waiting, Outcome answer, Partition here) {
        here.held().release(waiting);
        return answer;
    }
}
