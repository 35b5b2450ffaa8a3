package dev.usher.matching;

import dev.usher.matching.Candidate.Origin;
import dev.usher.matching.Outcome.Listed;
import dev.usher.matching.Outcome.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The winners come back: each is explained where the customer lives. */
public final class Explaining {

    private static final int ROWS = 100;

    private final Agendas agendas;

    public Explaining(Agendas agendas) {
        this.agendas = agendas;
    }

    /** Says nothing if a newer version of the event is known: that one's winners are on their way. */
    public List<Outcome> won(Winners winners, Partition here, Instant now) {
        Question question = winners.question();
        Event event = here.events().find(question.eventId()).orElse(null);
        if (event == null || outdated(question, event)) {
            return List.of();
        }
        List<Outcome> said = new ArrayList<>();
        List<Relevant> rows = new ArrayList<>();
        Agenda agenda = agendas.of(event);
        for (Standing place : winners.best()) {
            here.book().find(place.customerId()).ifPresent(guest -> {
                Match match = agenda.match(guest);
                rows.add(Relevant.of(guest, match));
                if (question.announcement() && event.upcoming(now)) {
                    said.add(offer(
                            Candidate.matched(event, guest, Mail.FIRST_INVITATION, match, Origin.ANNOUNCEMENT, place),
                            here));
                }
            });
        }
        said.addAll(pages(winners, rows, here));
        return said;
    }

    private static boolean outdated(Question question, Event event) {
        return question.announcement() && (event.cancelled() || event.version() > question.eventVersion());
    }

    private static Outcome offer(Candidate found, Partition here) {
        if (here.offers().of(found.eventId(), found.customerId()).stream()
                .noneMatch(offer -> offer.mail().equals(found.mail())
                        && offer.origin().reason().explicit())) {
            here.offers().put(Offer.of(found));
        }
        return new Said(found);
    }

    /** In pieces that stay well below the largest record; the last one, which may be empty, says that it is. */
    private static List<Outcome> pages(Winners winners, List<Relevant> rows, Partition here) {
        List<Outcome> pages = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(from + ROWS, rows.size());
            pages.add(new Listed(page(winners, List.copyOf(rows.subList(from, to)), to == rows.size(), here)));
            from = to;
        } while (from < rows.size());
        return pages;
    }

    private static Page page(Winners winners, List<Relevant> rows, boolean last, Partition here) {
        Question question = winners.question();
        return new Page(
                question.id(),
                question.eventVersion(),
                here.number(),
                here.of(),
                last,
                rows,
                List.of(),
                winners.failures());
    }
}
