package dev.usher.matching;

import dev.usher.matching.Candidate.Verdict;
import dev.usher.matching.Outcome.Listed;
import dev.usher.matching.Outcome.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A customer changed: its places in the stored rankings follow. Nobody is offered anything by that; only what a hard
 * condition now forbids is taken back.
 */
public final class Rescoring {

    private final Agendas agendas;
    private final MatchingSettings settings;

    public Rescoring(Agendas agendas, MatchingSettings settings) {
        this.agendas = agendas;
        this.settings = settings;
    }

    /** A few of the changed ones, so that a person's request never queues behind an import. */
    public List<Outcome> some(Partition here, Instant now) {
        List<String> changed = here.stale().take(settings.rescoreAtOnce());
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Guest> guests = new ArrayList<>();
        changed.forEach(id -> here.book().find(id).ifPresent(guests::add));
        return here.events().upcoming(now).stream()
                .flatMap(event -> rescored(agendas.of(event), guests, here).stream())
                .toList();
    }

    /** One page for all of them: what readers keep is written page by page. */
    private List<Outcome> rescored(Agenda agenda, List<Guest> guests, Partition here) {
        List<Relevant> rows = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<Outcome> said = new ArrayList<>();
        for (Guest guest : guests) {
            Optional<String> unwelcome = agenda.unwelcome(guest);
            if (unwelcome.isEmpty()) {
                rows.add(Relevant.of(guest, agenda.match(guest)));
            } else {
                gone.add(guest.id());
                said.addAll(takeBack(agenda.event(), guest, unwelcome.get(), here));
            }
        }
        said.add(new Listed(page(agenda.event(), rows, gone, here)));
        return said;
    }

    private static Page page(Event event, List<Relevant> rows, List<String> gone, Partition here) {
        return new Page(
                Question.listOf(event.id()), event.version(), here.number(), here.of(), false, rows, gone, List.of());
    }

    private List<Outcome> takeBack(Event event, Guest guest, String why, Partition here) {
        return here.offers().of(event.id(), guest.id()).stream()
                .filter(offer -> !offer.origin().reason().explicit())
                .map(offer -> takeBack(offer, event, why, here))
                .toList();
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
}
