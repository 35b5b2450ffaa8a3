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
        return here.events().upcoming(now).stream()
                .flatMap(event -> rescored(event, changed, here).stream())
                .toList();
    }

    /** One page for all of them: what readers keep is written page by page. Who was erased is gone from it. */
    private List<Outcome> rescored(Event event, List<String> changed, Partition here) {
        List<Relevant> rows = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<Outcome> said = new ArrayList<>();
        for (String id : changed) {
            Optional<Guest> guest = here.book().find(id);
            try {
                Agenda agenda = agendas.of(event);
                Optional<String> unwelcome = guest.flatMap(agenda::unwelcome);
                if (guest.isPresent() && unwelcome.isEmpty()) {
                    rows.add(Relevant.of(guest.get(), agenda.match(guest.get())));
                    continue;
                }
                unwelcome.ifPresent(why -> said.addAll(takeBack(event, id, why, here)));
                gone.add(id);
            } catch (Unscorable broken) {
                continue; // its place stays as it was
            }
        }
        said.add(new Listed(page(event, rows, gone, here)));
        return said;
    }

    private static Page page(Event event, List<Relevant> rows, List<String> gone, Partition here) {
        return new Page(
                Question.listOf(event.id()), event.version(), here.number(), here.of(), false, rows, gone, List.of());
    }

    private List<Outcome> takeBack(Event event, String customerId, String why, Partition here) {
        return here.offers().of(event.id(), customerId).stream()
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
