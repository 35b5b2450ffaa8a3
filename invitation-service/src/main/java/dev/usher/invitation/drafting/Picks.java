package dev.usher.invitation.drafting;

import dev.usher.invitation.Drafting.Facts;
import dev.usher.invitation.Event;
import dev.usher.invitation.Event.Session;
import dev.usher.invitation.Match;
import dev.usher.invitation.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions picked for this guest, in the order of the day. Only those the agenda still has. */
final class Picks {

    private static final int MOST = 5;

    private final Facts facts;

    Picks(Facts facts) {
        this.facts = facts;
    }

    /** A picked session and its place on the agenda. */
    record Found(Match.Pick pick, Session session) {}

    List<Found> found() {
        return facts.match().sessions().stream()
                .map(Clean::pick)
                .flatMap(pick -> session(pick).map(s -> new Found(pick, s)).stream())
                .limit(MOST)
                .sorted(Comparator.comparing(f -> f.session().startsAt()))
                .toList();
    }

    private Optional<Session> session(Match.Pick pick) {
        return facts.event().session(pick.id());
    }

    List<Letter.Pick> lines() {
        List<Letter.Pick> lines = new ArrayList<>();
        for (Found found : found()) {
            lines.add(line(found, lines.size()));
        }
        return List.copyOf(lines);
    }

    /** The line of the one that fits best; empty = there is none. */
    List<Letter.Pick> best() {
        return first().map(found -> line(found, 0)).stream().toList();
    }

    /** The one that fits best. */
    Optional<Found> first() {
        return found().stream().max(Comparator.comparingDouble(f -> f.pick().score()));
    }

    private Letter.Pick line(Found found, int place) {
        String path = "event.sessions[" + found.session().id() + "]";
        String title = Clean.line(found.session().title(), 200);
        return new Letter.Pick(
                Said.of(title, path + ".title", title),
                Said.of(
                        when(found.session()),
                        path + ".startsAt",
                        found.session().startsAt()),
                speakers(found.session(), path),
                because(found.pick(), place));
    }

    private String when(Session session) {
        Event event = facts.event();
        ZoneId zone = facts.customer().zoneOf(facts.contact());
        String there = Times.there(event, session.startsAt(), zone);
        return Times.when(event, session) + (there == null ? "" : " (" + there + " for you)");
    }

    private static @Nullable Said speakers(Session session, String path) {
        List<String> names = session.speakers().stream()
                .limit(3)
                .map(s -> Clean.line(s.name(), 80)
                        + (s.company() == null ? "" : " (" + Clean.line(s.company(), 80) + ")"))
                .toList();
        return names.isEmpty() ? null : Said.of("With " + Phrases.list(names), path + ".speakers", names);
    }

    private Said because(Match.Pick pick, int place) {
        String own = pick.matches();
        if (own == null) {
            return Said.of(
                    Phrases.sentence(pick.because()), "candidate.sessions[" + pick.id() + "].because", pick.because());
        }
        boolean challenge = facts.customer().challenges().stream().anyMatch(own::equalsIgnoreCase);
        String tie = challenge ? "your focus on " : "your interest in ";
        String words = switch (place % 3) {
            case 0 -> "Picked for " + tie + Phrases.wish(own) + ".";
            case 1 -> "This one speaks to " + tie + Phrases.wish(own) + ".";
            default -> "A match for " + tie + Phrases.wish(own) + ".";
        };
        return Said.of(words, challenge ? "customer.challenges" : "customer.interests", own);
    }
}
