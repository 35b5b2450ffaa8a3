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
        List<Outcome> said = new ArrayList<>();
        for (Event event : here.events().upcoming(now)) {
            Agenda agenda = agendas.of(event);
            changed.forEach(id -> here.book().find(id).ifPresent(guest -> said.addAll(rescored(agenda, guest, here))));
        }
        return said;
    }

    private List<Outcome> rescored(Agenda agenda, Guest guest, Partition here) {
        Optional<String> unwelcome = agenda.unwelcome(guest);
        List<Outcome> said = new ArrayList<>();
        said.add(new Listed(page(agenda, guest, unwelcome.isEmpty(), here)));
        unwelcome.ifPresent(why -> here.offers().of(agenda.event().id(), guest.id()).stream()
                .filter(offer -> !offer.origin().reason().explicit())
                .forEach(offer -> said.add(takeBack(offer, agenda.event(), why, here))));
        return said;
    }

    private Page page(Agenda agenda, Guest guest, boolean welcome, Partition here) {
        Event event = agenda.event();
        List<Relevant> rows = welcome ? List.of(Relevant.of(guest, agenda.match(guest))) : List.of();
        List<String> gone = welcome ? List.of() : List.of(guest.id());
        return new Page(
                Question.listOf(event.id()), event.version(), here.number(), here.of(), false, rows, gone, List.of());
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
