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
        List<String> failures = new ArrayList<>(winners.failures());
        for (Standing place : winners.best()) {
            here.book().find(place.customerId()).ifPresent(guest -> {
                try {
                    Agenda agenda = agendas.of(event);
                    if (!agenda.welcomes(guest, question.wanted())) {
                        return; // it changed since it was counted among the best
                    }
                    Match match = agenda.match(guest);
                    rows.add(Relevant.of(guest, match));
                    if (question.announcement() && event.upcoming(now)) {
                        said.add(offer(event, guest, match, place, here));
                    }
                } catch (Unscorable broken) {
                    failures.add(broken.getMessage());
                }
            });
        }
        said.addAll(pages(question, rows, failures, here));
        return said;
    }

    private static boolean outdated(Question question, Event event) {
        return question.announcement() && (event.cancelled() || event.version() > question.eventVersion());
    }

    private static Outcome offer(Event event, Guest guest, Match match, Standing place, Partition here) {
        Candidate found = Candidate.matched(event, guest, Mail.FIRST_INVITATION, match, Origin.ANNOUNCEMENT, place);
        here.offers().putUnlessExplicit(Offer.of(found));
        return new Said(found);
    }

    /** In pieces that stay well below the largest record; the last one, which may be empty, says that it is. */
    private static List<Outcome> pages(Question question, List<Relevant> rows, List<String> failures, Partition here) {
        List<Outcome> pages = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(from + ROWS, rows.size());
            pages.add(new Listed(new Page(
                    question.id(),
                    question.eventVersion(),
                    here.number(),
                    here.of(),
                    to == rows.size(),
                    List.copyOf(rows.subList(from, to)),
                    List.of(),
                    failures)));
            from = to;
        } while (from < rows.size());
        return pages;
    }
}
