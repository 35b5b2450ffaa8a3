package dev.usher.matching;

import dev.usher.matching.Candidate.Origin;
import dev.usher.matching.Held.Waiting;
import dev.usher.matching.Outcome.Said;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A customer shows an interest: it is remembered, and every upcoming event that speaks to it becomes a candidate. */
public final class Noticing {

    private final Agendas agendas;
    private final MatchingSettings settings;

    public Noticing(Agendas agendas, MatchingSettings settings) {
        this.agendas = agendas;
        this.settings = settings;
    }

    /** Empty while the customer is unknown: the interest is held then. */
    public List<Outcome> shown(String customerId, Interest interest, Partition here, Instant now) {
        if (here.book().find(customerId).isEmpty()) {
            here.held().keep(Waiting.of(customerId, interest, now));
            return List.of();
        }
        return notice(customerId, interest, here, now);
    }

    /** A customer became known; what it had shown before is looked at. */
    public List<Outcome> arrived(String customerId, Partition here, Instant now) {
        return waiting(here)
                .filter(waiting -> waiting.customerId().equals(customerId))
                .flatMap(waiting -> {
                    here.held().release(waiting);
                    return notice(customerId, Objects.requireNonNull(waiting.interest()), here, now).stream();
                })
                .toList();
    }

    /** What waited too long is remembered for the day the customer comes, and no longer waited for. */
    public List<Outcome> overdue(Partition here, Instant now) {
        waiting(here)
                .filter(waiting -> waiting.longerThan(settings.holdFor(), now))
                .forEach(waiting -> {
                    here.book().remember(waiting.customerId(), Objects.requireNonNull(waiting.interest()));
                    here.held().release(waiting);
                });
        return List.of();
    }

    /** What a customer had shown is forgotten with it. */
    public void erased(String customerId, Partition here) {
        waiting(here).filter(waiting -> waiting.customerId().equals(customerId)).forEach(here.held()::forget);
    }

    private List<Outcome> notice(String customerId, Interest interest, Partition here, Instant now) {
        here.book().remember(customerId, interest);
        here.stale().mark(customerId);
        Guest guest = here.book().find(customerId).orElseThrow();
        return here.events().upcoming(now).stream()
                .flatMap(event -> offer(event, guest, interest, here).stream())
                .toList();
    }

    /** An event that cannot be scored keeps no other from being offered. */
    private Optional<Outcome> offer(Event event, Guest guest, Interest shown, Partition here) {
        try {
            return offer(agendas.of(event), guest, shown, here);
        } catch (Unscorable broken) {
            return Optional.empty();
        }
    }

    private Optional<Outcome> offer(Agenda agenda, Guest guest, Interest shown, Partition here) {
        if (!speaksTo(agenda, shown) || agenda.unwelcome(guest).isPresent()) {
            return Optional.empty();
        }
        Match match = agenda.match(guest);
        if (match.score() < settings.interestScore()) {
            return Optional.empty();
        }
        Candidate found = Candidate.matched(
                agenda.event(), guest, Mail.FIRST_INVITATION, match, Origin.of(shown), Standing.UNRANKED);
        here.offers().putUnlessExplicit(Offer.of(found));
        return Optional.of(new Said(found));
    }

    private boolean speaksTo(Agenda agenda, Interest shown) {
        return topics(agenda, shown).stream().anyMatch(topic -> agenda.covers(topic) >= settings.interestCovered());
    }

    /** Where none was named, those of the event that the note speaks of. */
    private static List<String> topics(Agenda agenda, Interest shown) {
        return shown.topics().isEmpty() && shown.note() != null ? agenda.topicsIn(shown.note()) : shown.topics();
    }

    private static Stream<Waiting> waiting(Partition here) {
        return here.held().all().stream().filter(waiting -> waiting.interest() != null);
    }
}
